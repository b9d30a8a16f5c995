package io.loanflow.featurebatches;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.Passwords;
import io.loanflow.localservers.RedisServer;
import io.loanflow.testsupport.Waiting;
import java.nio.file.Path;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A real Redis cluster of two nodes with half of the slots each. */
record RedisCluster(RedisServer first, RedisServer second) implements AutoCloseable {

    private static final int SLOTS = 16_384;
    /** How much higher a node's port for other nodes is than the one for clients. */
    private static final int BUS_OFFSET = 10_000;

    static RedisCluster start(Path directory) {
        String password = Passwords.generate();
        int firstPort = port();
        RedisServer first = RedisServer.startClusterNode(directory.resolve("first"), firstPort, password);
        RedisServer second = RedisServer.startClusterNode(directory.resolve("second"), port(), password);
        try (Jedis one = new Jedis(first.url());
                Jedis two = new Jedis(second.url())) {
            one.clusterAddSlots(IntStream.range(0, SLOTS / 2).toArray());
            two.clusterAddSlots(IntStream.range(SLOTS / 2, SLOTS).toArray());
            two.clusterMeet("127.0.0.1", firstPort);
            Waiting.await().until(() -> isWhole(one) && isWhole(two));
        }
        return new RedisCluster(first, second);
    }

    static boolean isOnSecondNode(String key) {
        return JedisClusterCRC16.getSlot(key) >= SLOTS / 2;
    }

    private static boolean isWhole(Jedis node) {
        return node.clusterInfo().contains("cluster_state:ok");
    }

    private static int port() {
        return IntStream.generate(FreePort::find)
                .filter(port -> port + BUS_OFFSET < 1 << 16 && FreePort.isFree(port + BUS_OFFSET))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
