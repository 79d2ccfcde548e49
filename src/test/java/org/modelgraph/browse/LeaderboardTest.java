package org.modelgraph.browse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.browse.Leaderboard.Group;
import org.modelgraph.browse.Leaderboard.Scale;
import org.modelgraph.browse.Leaderboard.Terms;
import org.modelgraph.browse.Result.Party;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

class LeaderboardTest {
    private static Result result(String model, String value, String stance, String review) {
        return new Result(
                "claim/" + model + value,
                model,
                "accuracy",
                Optional.empty(),
                Optional.empty(),
                value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)),
                value,
                "code/" + stance,
                "code/" + review,
                "reporter",
                Party.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Result firm(String model, String value) {
        return result(model, value, "measured", "accepted");
    }

    private static Group group(boolean lowerIsBetter, Result... results) {
        var scale = new Scale(Optional.empty(), Optional.empty(), Optional.empty(), lowerIsBetter);
        return new Group(
                new Terms("accuracy", Optional.empty(), Optional.empty()),
                scale,
                Stream.of(results).sorted(scale.order()).toList());
    }

    private static String ranked(Group group) {
        var words = new StringBuilder();
        for (var i = 0; i < group.results().size(); i++)
            words.append(group.ranks().get(i).map(String::valueOf).orElse("-"))
                    .append(group.results().get(i).model())
                    .append(' ');
        return words.toString().strip();
    }

    @Test
    void equalNumbersShareARankAndTheNextIsAsFarDown() {
        assertThat(
                        ranked(
                                group(
                                        false,
                                        firm("a", "80"),
                                        firm("b", "90"),
                                        firm("c", "80.0"),
                                        firm("d", "70"))))
                .isEqualTo("1b 2a 2c 4d");
    }

    @Test
    void aModelThatIsTestedTwiceTakesOnePlace() {
        assertThat(ranked(group(false, firm("a", "90"), firm("a", "85"), firm("b", "80"))))
                .isEqualTo("1a 1a 2b");
    }

    @Test
    void whatIsInDoubtHasNoRank() {
        assertThat(
                        ranked(
                                group(
                                        false,
                                        result("a", "99", "speculated", "accepted"),
                                        result("b", "98", "measured", "disputed"),
                                        firm("c", "80"),
                                        result("d", "", "measured", "accepted"))))
                .isEqualTo("-a -b 1c -d");
    }

    @Test
    void whereLessIsBetterTheLeastIsFirst() {
        assertThat(ranked(group(true, firm("a", "80"), firm("b", "-1")))).isEqualTo("1b 2a");
    }
}
