using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class PrincipalComponentTests
{
    private static readonly Gen<double[][]> Variables =
        from variables in Gen.Int[2, 4]
        from rows in Gen.Int[5, 15]
        from values in Gen.Int[-50, 50].Select(value => value / 10.0).Array[rows].Where(variable => Variance(variable) > 0.01).Array[variables]
        select values;

    [Fact]
    public void Two_variables_share_half_each_and_explain_what_their_correlation_says()
    {
        // r = 1/2: eigenvalues 1.5 and 0.5, loadings 1/√2 each.
        PrincipalComponentResult result = Estimate([0, 1, 1, 2], [0, 20, 10, 10]);

        Bits.Close(result.Loadings, [Math.Sqrt(0.5), Math.Sqrt(0.5)], relative: 1e-12).ShouldBeTrue();
        result.ShareOfVariance.ShouldBe(0.75, tolerance: 1e-12);
        double spread = Math.Sqrt(2.0 / 3);
        Bits.Close(result.Scores, [.. new[] { -2, 1, 0, 1 }.Select(sum => sum / spread / Math.Sqrt(3))], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void The_component_is_the_direction_of_most_variance() => Variables.Sample(values =>
    {
        PrincipalComponentResult result = Estimate(values);
        double[][] standard = [.. values.Select(Standardise)];
        double[] Along(double[] direction) =>
            [.. Enumerable.Range(0, values[0].Length).Select(row => direction.Select((share, i) => share * standard[i][row]).Sum())];
        double most = Variance(Along([.. result.Loadings]));
        double[] other = [.. result.Loadings.Select((share, i) => share + (i == 0 ? 0.1 : -0.05))];
        double length = Math.Sqrt(other.Sum(share => share * share));
        return Bits.Close([most / values.Length], [result.ShareOfVariance], relative: 1e-9)
            && Bits.Close([result.Loadings.Sum(share => share * share), Variance([.. result.Scores])], [1, 1], relative: 1e-9)
            && result.Loadings.Sum() >= 0
            && Variance(Along([.. other.Select(share => share / length)])) <= most + 1e-9;
    });

    [Fact]
    public void Units_do_not_matter() => Variables.Sample(values =>
    {
        PrincipalComponentResult result = Estimate(values);
        PrincipalComponentResult moved = Estimate([.. values.Select((variable, i) => variable.Select(value => (value * (i + 2)) + 100).ToArray())]);
        return Bits.Close(moved.Scores, result.Scores, relative: 1e-6) || result.Loadings.Sum() < 1e-6;
    });

    [Fact]
    public void A_respondent_with_a_gap_has_no_score_and_does_not_move_the_others()
    {
        PrincipalComponentResult complete = Estimate([0, 1, 1, 2], [0, 2, 1, 1]);
        PrincipalComponentResult withGap = Estimate([0, 1, 9, 1, 2], [0, 2, double.NaN, 1, 1]);

        withGap.Scores.ShouldBe([complete.Scores[0], complete.Scores[1], double.NaN, complete.Scores[2], complete.Scores[3]]);
        withGap.Loadings.ShouldBe(complete.Loadings);
    }

    [Fact]
    public void Too_little_to_go_by_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [2, 1]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [1, 2, double.NaN]));
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [4, 4, 4])).Message.ShouldContain("vary");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [0.1, 0.1, 0.1])).Message.ShouldContain("vary");
    }

    private static PrincipalComponentResult Estimate(params double[][] values) =>
        PrincipalComponent.Estimate(new ItemResponses([.. values.Select((_, i) => $"v{i}")], values));

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    private static double[] Standardise(double[] values) =>
        [.. values.Select(value => (value - values.Average()) / Math.Sqrt(Variance(values)))];
}
