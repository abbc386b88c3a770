using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class PrincipalComponentsTests
{
    [Fact]
    public void Two_items_share_half_each_and_explain_what_their_correlation_says()
    {
        // r = 1/2: eigenvalues 1.5 and 0.5, vectors 1/√2 each way; one component leaves a partial correlation of −1.
        PrincipalComponentsResult result = Estimate([0, 1, 1, 2], [0, 20, 10, 10]);

        result.Eigenvalues.ShouldBe([1.5, 0.5], tolerance: 1e-14);
        result.Shares.ShouldBe([0.75, 0.25], tolerance: 1e-14);
        result.Loadings[0].ShouldBe(Math.Sqrt(0.75), tolerance: 1e-14);
        result.Loadings[2].ShouldBe(Math.Sqrt(0.75), tolerance: 1e-14);
        Math.Abs(result.Loadings[1]).ShouldBe(0.5, tolerance: 1e-14);
        Bits.Close(result.MinimumAveragePartial, [1, double.NaN], relative: 1e-12).ShouldBeTrue();
        double spread = Math.Sqrt(2.0 / 3);
        Bits.Close(result.Scores[0], [.. new[] { -2, 1, 0, 1 }.Select(sum => sum / spread / Math.Sqrt(3))], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Three_alike_items_leave_partial_correlations_of_minus_one_half()
    {
        // Each item is the common part plus an own part of the same size, all orthogonal: every r = 1/2, λ = 2, ½, ½.
        // Squared loadings 2/3 leave 1/3 on and −1/6 off the diagonal, whose correlation is −1/2.
        double[] common = [1, 1, 1, 1, -1, -1, -1, -1];
        double[][] own = [[1, 1, -1, -1, 1, 1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1], [1, -1, -1, 1, 1, -1, -1, 1]];

        PrincipalComponentsResult result = Estimate([.. own.Select(part => part.Zip(common, (x, y) => x + y).ToArray())]);

        result.Eigenvalues.ShouldBe([2, 0.5, 0.5], tolerance: 1e-14);
        result.MinimumAveragePartial[0].ShouldBe(0.25, tolerance: 1e-14);
    }

    [Fact]
    public void Components_rebuild_the_correlations_and_are_uncorrelated() => AnswerSamples.Measured.Sample(answers =>
    {
        PrincipalComponentsResult result = Estimate(answers);
        int items = answers.Length;
        bool rebuilt = Enumerable.Range(0, items * items).All(cell =>
        {
            double sum = Enumerable.Range(0, items).Sum(c => result.Loadings[(cell / items * items) + c] * result.Loadings[(cell % items * items) + c]);
            return Math.Abs(sum - (cell / items == cell % items ? 1 : AnswerSamples.Correlation(answers[cell / items], answers[cell % items]))) < 1e-12;
        });
        int defined = result.Eigenvalues.Count(value => value > 1e-9);
        bool apart = Enumerable.Range(0, defined).All(c => Enumerable.Range(0, c).All(
            other => Math.Abs(AnswerSamples.Correlation(result.Scores[c], result.Scores[other])) < 1e-6));
        bool standard = Enumerable.Range(0, defined).All(c => Math.Abs(result.Scores[c].Sum(score => score * score) - (answers[0].Length - 1)) < 1e-5);
        bool loads = Enumerable.Range(0, defined).All(c => Enumerable.Range(0, items).All(
            item => Math.Abs(AnswerSamples.Correlation(result.Scores[c], answers[item]) - result.Loadings[(item * items) + c]) < 1e-6));
        return rebuilt && apart && standard && loads;
    });

    [Fact]
    public void No_other_direction_has_more_variance_than_the_first() => AnswerSamples.Measured.Sample(answers =>
    {
        PrincipalComponentsResult result = Estimate(answers);
        int items = answers.Length;
        double[] weights = [.. Enumerable.Range(0, items).Select(item => result.Loadings[item * items] + (item == 0 ? 0.1 : -0.05))];
        double length = weights.Sum(weight => weight * weight);
        double variance = Enumerable.Range(0, items).Sum(i => Enumerable.Range(0, items).Sum(
            j => weights[i] * weights[j] * (i == j ? 1 : AnswerSamples.Correlation(answers[i], answers[j]))));
        return variance / length <= result.Eigenvalues[0] + 1e-12
            && Enumerable.Range(1, items - 1).All(c => result.Eigenvalues[c] <= result.Eigenvalues[c - 1])
            && Enumerable.Range(0, items).Sum(item => result.Loadings[item * items]) >= 0;
    });

    [Fact]
    public void The_average_partial_is_that_of_the_residuals_of_regressions() => AnswerSamples.Measured.Where(answers => answers.Length > 2).Sample(answers =>
    {
        PrincipalComponentsResult result = Estimate(answers);
        int items = answers.Length;
        double[][] residuals = [.. answers.Select(item =>
        {
            double slope = AnswerSamples.Correlation(item, result.Scores[0]);
            double mean = item.Average();
            double spread = Math.Sqrt(item.Sum(x => (x - mean) * (x - mean)) / (item.Length - 1));
            return item.Select((x, row) => ((x - mean) / spread) - (slope * result.Scores[0][row])).ToArray();
        })];
        double expected = Enumerable.Range(0, items).SelectMany(i => Enumerable.Range(0, i).Select(
            j => Math.Pow(AnswerSamples.Correlation(residuals[i], residuals[j]), 2))).Average();
        return residuals.Any(item => item.Sum(x => x * x) < 1e-4) || Bits.Close([result.MinimumAveragePartial[0]], [expected], relative: 1e-6);
    });

    [Fact]
    public void Units_do_not_matter() => AnswerSamples.Measured.Sample(answers => Bits.Close(
        Estimate([.. answers.Select((item, i) => item.Select(x => (x * (i + 2)) + 100).ToArray())]).Eigenvalues,
        Estimate(answers).Eigenvalues, relative: 1e-9));

    [Fact]
    public void Fewer_columns_are_the_first_of_all()
    {
        ItemResponses responses = AnswerSamples.Factor(50, 5, 0.6, ordered: false);
        PrincipalComponentsResult all = PrincipalComponents.Estimate(responses, cancellationToken: TestContext.Current.CancellationToken);
        PrincipalComponentsResult two = PrincipalComponents.Estimate(
            responses, new PrincipalComponentsOptions { Components = 2 }, cancellationToken: TestContext.Current.CancellationToken);

        two.Loadings.ShouldBe([.. Enumerable.Range(0, 10).Select(cell => all.Loadings[(cell / 2 * 5) + (cell % 2)])]);
        two.Scores.Count.ShouldBe(2);
        two.Eigenvalues.ShouldBe(all.Eigenvalues);
        two.ToOutputs().All["loading"].Columns.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_respondent_with_a_gap_has_no_score_and_does_not_move_the_others()
    {
        PrincipalComponentsResult complete = Estimate([0, 1, 1, 2], [0, 2, 1, 1]);
        PrincipalComponentsResult withGap = Estimate([0, 1, 9, 1, 2], [0, 2, double.NaN, 1, 1]);

        withGap.Scores[0].ShouldBe([complete.Scores[0][0], complete.Scores[0][1], double.NaN, complete.Scores[0][2], complete.Scores[0][3]]);
        withGap.Loadings.ShouldBe(complete.Loadings);
        withGap.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 5 ");
    }

    [Fact]
    public void A_component_without_variance_has_no_scores()
    {
        PrincipalComponentsResult result = Estimate([1, 2, 4], [2, 4, 8]);

        result.Eigenvalues.ShouldBe([2, 0], tolerance: 1e-14);
        result.Scores[1].ShouldAllBe(score => double.IsNaN(score));
        result.MinimumAveragePartial.ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void Too_little_to_go_by_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3])).Message.ShouldContain("at least 2 items");
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [2, 1])).Message.ShouldContain("at least 3 respondents");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [1, 2, double.NaN]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [4, 4, 4])).Message.ShouldContain("vary");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [0.1, 0.1, 0.1])).Message.ShouldContain("vary");
        Should.Throw<ArgumentException>(() => Estimate([1e-200, 2e-200, 4e-200], [1, 3, 2])).Message.ShouldContain("those to i1 span 3E-200");
        Should.Throw<ArgumentException>(() => Estimate([1e90, 2e90, 4e90], [1, 3, 2])).Message.ShouldContain("those to i1 span 3E+90");
        Should.Throw<ArgumentException>(() => PrincipalComponents.Estimate(
            AnswerSamples.Of([1, 2, 3], [1, 3, 2]), new PrincipalComponentsOptions { Components = 3 }, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("[1, 2]; it was 3");
        Should.Throw<ArgumentException>(() => new PrincipalComponentsOptions { Components = 0 });
    }

    private static PrincipalComponentsResult Estimate(params double[][] answers) =>
        PrincipalComponents.Estimate(AnswerSamples.Of(answers), cancellationToken: TestContext.Current.CancellationToken);
}
