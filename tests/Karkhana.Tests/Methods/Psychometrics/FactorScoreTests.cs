using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class FactorScoreTests
{
    [Fact]
    public void Three_items_have_the_weights_that_are_worked_out_by_hand()
    {
        // Loadings 0.8, 0.7, 0.6: l'U⁻¹l = 0.64/0.36 + 0.49/0.51 + 0.36/0.64 = 3.301062.
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 40);
        double[] own = [0.8 / 0.36, 0.7 / 0.51, 0.6 / 0.64];
        double information = (0.8 * own[0]) + (0.7 * own[1]) + (0.6 * own[2]);
        double[] sums = [.. Enumerable.Range(0, 40).Select(row => own.Select((weight, item) => weight * (answers[item][row] - 3)).Sum())];

        FactorScoreResult bartlett = Estimate(answers, FactorScoreMethod.Bartlett);
        FactorScoreResult regression = Estimate(answers, FactorScoreMethod.Regression);

        Bits.Close(bartlett.Scores, [.. sums.Select(sum => sum / information)], relative: 1e-8).ShouldBeTrue();
        Bits.Close(regression.Scores, [.. sums.Select(sum => sum / (1 + information))], relative: 1e-8).ShouldBeTrue();
        Bits.Close(regression.Loadings, [0.8, 0.7, 0.6], relative: 1e-8).ShouldBeTrue();
    }

    [Fact]
    public void Neither_order_nor_units_matter_and_scores_centre_on_zero() => FactorData.OneFactor.Sample(answers =>
    {
        FactorScoreResult result = Estimate(answers, FactorScoreMethod.Regression);
        FactorScoreResult moved = Estimate(
            [.. answers.Reverse().Select(item => item.Reverse().Select(answer => (answer * 4) - 7).ToArray())], FactorScoreMethod.Regression);
        return result.Notes.Count > 0
            || (Bits.Close([.. moved.Scores.Reverse()], result.Scores, relative: 1e-5)
                && Math.Abs(result.Scores.Sum()) < 1e-9
                && result.Loadings.Sum() >= 0);
    });

    [Fact]
    public void A_respondent_with_a_gap_has_no_score_and_does_not_move_the_others()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 40);
        double[][] withGap = [.. answers.Select((item, i) => item.Prepend(i == 1 ? double.NaN : 5).ToArray())];

        FactorScoreResult result = Estimate(withGap, FactorScoreMethod.Bartlett);

        result.Scores[0].ShouldBe(double.NaN);
        result.Scores.Skip(1).ShouldBe(Estimate(answers, FactorScoreMethod.Bartlett).Scores);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("incomplete-respondents");
    }

    [Fact]
    public void A_heywood_case_is_noted()
    {
        var r = FactorData.Correlations(0.9, 0.9, 0.9);
        (r[1, 2], r[2, 1]) = (0.6, 0.6);

        FactorScoreResult result = Estimate(FactorData.Exact(r, 20), FactorScoreMethod.Bartlett);

        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("heywood-case");
        result.Scores.ShouldAllBe(score => double.IsFinite(score));
    }

    [Fact]
    public void Too_little_to_go_by_is_refused()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6), 20);

        Should.Throw<ArgumentException>(() => Estimate(answers[..2], FactorScoreMethod.Regression)).Message.ShouldContain("at least 3 items");
        Should.Throw<ArgumentException>(() => Estimate([.. answers.Select(item => item[..3])], FactorScoreMethod.Regression)).Message.ShouldContain("3 and 3");
        Should.Throw<ArgumentException>(() => Estimate([[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]], FactorScoreMethod.Regression)).Message.ShouldContain("vary");
    }

    private static FactorScoreResult Estimate(double[][] answers, FactorScoreMethod method) => FactorScore.Estimate(
        FactorData.Of(answers), new FactorScoreOptions { Method = method }, cancellationToken: TestContext.Current.CancellationToken);
}
