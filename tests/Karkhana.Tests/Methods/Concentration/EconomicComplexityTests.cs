using CsCheck;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class EconomicComplexityTests
{
    [Fact]
    public void A_chain_of_three_regions_has_the_values_computed_by_hand()
    {
        // r0 has a, b, e; r1 b, c; r2 c, d. M = (5/6 1/6 0; 1/4 1/2 1/4; 0 1/4 3/4): trace 25/12, determinant 11/48, so
        // λ₂ = (13 + √37)/24; its vector is (1, 6λ − 5, (6λ − 5)/(4λ − 3)).
        EconomicComplexityResult result = Estimate(SampleActivities.Equal("abe bc cd"));

        double second = (13 + Math.Sqrt(37)) / 24;
        double middle = (6 * second) - 5;
        double[] vector = [1, middle, middle / ((4 * second) - 3)];
        result.SecondEigenvalue.ShouldBe(second, tolerance: 1e-14);
        Bits.Close(result.RegionValues, Standard.Scores(vector), relative: 1e-12).ShouldBeTrue();
        double[] industries = [vector[0], (vector[0] + vector[1]) / 2, (vector[1] + vector[2]) / 2, vector[2], vector[0]]; // a to e
        double turn = Math.Sign(Sums.Dot(Standard.Scores(industries), [-1, -2, -2, -1, -1]));
        Bits.Close(result.IndustryValues, [.. Standard.Scores(industries).Select(score => turn * score)], relative: 1e-12).ShouldBeTrue();
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_rounded_on_the_way()
    {
        // M rounded to four decimals, as in EconGeo, has λ₂ = 0.6201519585.
        IReadOnlyList<double> eci = Estimate(SampleActivities.FourTowns()).RegionValues;
        double second = Estimate(SampleActivities.FourTowns()).SecondEigenvalue;
        second.ShouldBe(0.620126536676021, tolerance: 1e-13);
        double[][] m = Walk(SampleActivities.Specialised(SampleActivities.FourTowns()));

        // M v = λ v for v = eci + c: the differences from the first region do not know c.
        double[] image = [.. m.Select(row => Sums.Dot(row, [.. eci]))];
        for (int r = 1; r < image.Length; r++)
        {
            (image[r] - image[0]).ShouldBe(second * (eci[r] - eci[0]), tolerance: 1e-13);
        }
    }

    [Fact]
    public void Scores_solve_the_problem_of_eigenvalues_whichever_side_is_shorter() => SampleActivities.Rows.Sample(rows =>
    {
        EconomicComplexityResult result = Estimate(SampleActivities.Of(rows));
        if (result.RegionValues.Concat(result.IndustryValues).Any(double.IsNaN))
        {
            return result.Notes.Any(note => note.Code is "not-unique" or "too-small" or "no-sign");
        }

        bool[][] b = [.. SampleActivities.Specialised(SampleActivities.Of(rows)).Where(row => row.Contains(true))];
        int[] kept = [.. Enumerable.Range(0, b[0].Length).Where(i => b.Any(row => row[i]))];
        bool[][] turned = [.. kept.Select(i => b.Select(row => row[i]).ToArray())];
        return Solves(Walk(b), result.RegionValues, result.SecondEigenvalue)
            && Solves(Walk(turned), result.IndustryValues, result.SecondEigenvalue)
            && Math.Abs(Sums.Mean([.. result.RegionValues])) < 1e-9
            && Math.Abs(Sums.Variance([.. result.IndustryValues]) - 1) < 1e-9
            && Sums.Dot([.. result.RegionValues], [.. b.Select(row => (double)row.Count(cell => cell))]) > 0
            && Sums.Dot([.. result.IndustryValues], [.. turned.Select(row => (double)row.Count(cell => cell))]) < 0;
    });

    [Fact]
    public void Order_changes_no_bit_and_labels_next_to_nothing()
    {
        (int Region, int Industry, int Value)[] rows = [.. "abe bc cd cf".Split(' ').SelectMany(
            (mix, region) => mix.Select(industry => (region, industry - 'a', 10)))];
        IReadOnlyList<double> eci = Estimate(SampleActivities.Of(rows)).RegionValues;

        Bits.Same(eci, Estimate(SampleActivities.Of(rows.Reverse())).RegionValues).ShouldBeTrue();
        Bits.Close(
            eci,
            [.. Estimate(SampleActivities.Of(rows.Select(row => (9 - row.Region, row.Industry, 3 * row.Value)))).RegionValues.Reverse()],
            relative: 1e-10).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ab b cd d", "not-unique")] // two parts: the second eigenvalue is 1
    [InlineData("ab ab ab", "not-unique")] // all alike: it is 0
    [InlineData("ab bc ca", "not-unique")] // a ring: two vectors share it
    [InlineData("ab", "too-small")]
    [InlineData("a a", "too-small")]
    public void Scores_that_are_not_unique_are_left_undefined(string mixes, string code)
    {
        EconomicComplexityResult result = Estimate(SampleActivities.Equal(mixes));

        result.RegionValues.ShouldAllBe(value => double.IsNaN(value));
        result.IndustryValues.ShouldAllBe(value => double.IsNaN(value));
        result.Notes.Select(note => note.Code).ShouldContain(code);
    }

    [Fact]
    public void Without_a_correlation_nothing_fixes_the_sign()
    {
        // r0 and r2 mirror each other around r1, and all have two industries: λ₂ = 3/4 with the vector (1, 0, −1).
        EconomicComplexityResult result = Estimate(SampleActivities.Equal("ab bc cd"));

        result.SecondEigenvalue.ShouldBe(0.75, tolerance: 1e-14);
        result.RegionValues.ShouldAllBe(value => double.IsNaN(value));
        result.IndustryValues.ShouldAllBe(value => double.IsNaN(value));
        result.Notes.Select(note => note.Code).ShouldBe(["no-sign", "no-sign"]);
    }

    [Fact]
    public void Empty_tables_and_missing_ones_are_handled()
    {
        EconomicComplexityResult result = Estimate(ActivityTable.Of(["a"], ["x"], [0]));

        result.SecondEigenvalue.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldContain("too-small");
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static EconomicComplexityResult Estimate(ActivityTable activity) =>
        EconomicComplexity.Estimate(activity, cancellationToken: TestContext.Current.CancellationToken);

    private static bool Solves(double[][] walk, IReadOnlyList<double> scores, double value)
    {
        double[] image = [.. walk.Select(row => Sums.Dot(row, [.. scores]))];
        return Enumerable.Range(1, image.Length - 1).All(
            r => Math.Abs(image[r] - image[0] - (value * (scores[r] - scores[0]))) < 1e-7);
    }

    private static double[][] Walk(bool[][] b) =>
    [
        .. b.Select(own => b.Select(other => Enumerable.Range(0, own.Length)
            .Where(i => own[i] && other[i]).Sum(i => 1.0 / (own.Count(cell => cell) * b.Count(row => row[i])))).ToArray()),
    ];
}
