package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatePatternTest {

    @ParameterizedTest(name = "{1} by {0}")
    @CsvSource(delimiter = '|', textBlock = """
            %Y-%m-%d          | 2011-12-31          | 2011-12-31
            %Y-%m-%d          | 2011-2-3            | 2011-02-03
            %Y-%m-%d          | 2011-02-29          |
            %Y-%m-%d          | 0999-01-01          |
            %b-%Y             | Dec-2011            | 2011-12-01
            %b-%Y             | DEC-2011            | 2011-12-01
            %b-%Y             | Sept-2011           |
            %B %d, %Y         | May 7, 1999         | 1999-05-07
            %d/%m/%y          | 31/12/68            | 2068-12-31
            %d/%m/%y          | 31/12/69            | 1969-12-31
            %Y%m%d            | 20111231            | 2011-12-31
            %Y                | 2011                | 2011-01-01
            %Y.%j             | 2012.366            | 2012-12-31
            %d.%m.%Y %H:%M:%S | 31.12.2011 23:59:59 | 2011-12-31
            100%% %Y          | 100% 2011           | 2011-01-01
            """)
    void isReadAsStrptimeReadsIt(String pattern, String text, LocalDate day) {
        assertThat(new DatePattern(pattern).parse(text).orElse(null)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %Y-%m-%d | 2011-12-31
            %b-%Y    | Dec-2011
            %j %y    | 365 11
            %H:%M %Y | 23:59 2011
            """)
    void anExampleIsWrittenInIt(String pattern, String example) {
        assertThat(new DatePattern(pattern).example()).isEqualTo(example);
    }
}
