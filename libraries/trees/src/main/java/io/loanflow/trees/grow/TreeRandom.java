package io.loanflow.trees.grow;

/**
 * SplitMix64, written out so that no change of the platform's generators changes a forest.
 *
 * <p>Steele, Lea and Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
 */
public final class TreeRandom {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    public TreeRandom(long seed) {
        this.state = seed;
    }

    /** The generator of one tree (or other numbered thing) of what a seed stands for. */
    public static TreeRandom of(long seed, long index) {
        return new TreeRandom(derive(seed, index));
    }

    /** Another seed for each index. */
    public static long derive(long seed, long index) {
        return mix(mix(seed) + GOLDEN_GAMMA * (index + 1));
    }

    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 to below the bound; its bias, less than bound / 2<sup>32</sup>, does not matter for a forest. */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A number from 0 to below 1. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** SplitMix64's finaliser: every bit of the result depends on every bit of the value. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
