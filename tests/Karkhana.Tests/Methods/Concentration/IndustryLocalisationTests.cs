using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class IndustryLocalisationTests
{
    private static readonly ActivityTable Three = ActivityTable.Of(
        ["a", "b", "c", "a", "b", "c"], ["x", "x", "x", "y", "y", "y"], [6, 3, 1, 4, 7, 9]);

    [Fact]
    public void Three_regions_of_equal_size_are_computed_by_hand()
    {
        // Totals are 10 each. x has 0.6, 0.3, 0.1 against thirds: Hoover = 0.6 − 1/3, ordered 0.1, 0.3, 0.6:
        // Gini = 2/(9 · 1/3) · (1 · 0.1 + 2 · 0.3 + 3 · 0.6) − 4/3 = 1/3.
        IndustryLocalisationResult result = Estimate(Three);

        result.Industries.ShouldBe(["x", "y"]);
        result.Hoover[0].ShouldBe(0.6 - (1.0 / 3), tolerance: 1e-15);
        result.Gini[0].ShouldBe(1.0 / 3, tolerance: 1e-15);
        Estimate(Three, new() { GiniScale = GiniScale.Half }).Gini[0].ShouldBe(1.0 / 6, tolerance: 1e-15);
        Estimate(Three, new() { Normalised = true }).Gini[0].ShouldBe(0.5, tolerance: 1e-15);
        Bits.Close(Estimate(Three, new() { Reference = LocalisationReference.Uniform }).Gini, result.Gini, relative: 1e-15).ShouldBeTrue();
    }

    [Fact]
    public void A_given_reference_may_have_regions_without_any_activity()
    {
        // q = 0.5, 0.25, 0.15 and 0.1 in d: Hoover = (0.1 + 0.05 + 0.05 + 0.1)/2 = 0.15.
        Dictionary<string, double> reference = new() { ["a"] = 50, ["b"] = 25, ["c"] = 15, ["d"] = 10 };

        Estimate(Three, Given, reference).Hoover[0].ShouldBe(0.15, tolerance: 1e-15);
    }

    [Fact]
    public void A_region_with_activity_and_a_reference_of_zero_ends_the_curve()
    {
        // c has 0.1 of x and none of the reference: 0.6/0.5 = 1.2 and 0.3/0.5 = 0.6, then c.
        Dictionary<string, double> reference = new() { ["a"] = 5, ["b"] = 5, ["c"] = 0 };

        // Points (0, 0), (0.5, 0.3), (1, 0.9), (1, 1): Σ (A_k Q_k−1 − A_k−1 Q_k) = 0 + (0.9 · 0.5 − 0.3) + (1 − 0.9) = 0.25.
        Estimate(Three, Given, reference).Gini[0].ShouldBe(0.25, tolerance: 1e-15);
    }

    [Fact]
    public void The_spread_of_the_reference_gives_zero_and_a_single_region_of_many_nearly_one()
    {
        Estimate(ActivityTable.Of(["a", "b"], ["x", "x"], [3, 9])).Gini[0].ShouldBe(0);
        IndustryLocalisationResult far = Estimate(
            ActivityTable.Of(["a", "b", "c", "d"], ["x", "x", "x", "x"], [5, 0, 0, 0]),
            new() { Reference = LocalisationReference.Uniform, Normalised = true });
        far.Gini[0].ShouldBe(1, tolerance: 1e-15);
        far.Hoover[0].ShouldBe(0.75);
    }

    [Fact]
    public void An_industry_without_activity_and_a_single_region_are_noted()
    {
        IndustryLocalisationResult empty = Estimate(ActivityTable.Of(["a", "b", "a"], ["x", "x", "y"], [3, 9, 0]));
        IndustryLocalisationResult alone = Estimate(ActivityTable.Of(["a", "a"], ["x", "y"], [3, 9]), new() { Normalised = true });

        empty.Hoover[1].ShouldBe(double.NaN);
        empty.Gini[1].ShouldBe(double.NaN);
        empty.Notes.Single().Code.ShouldBe("empty-industry");
        alone.Hoover[0].ShouldBe(0);
        alone.Gini[0].ShouldBe(double.NaN);
        alone.Notes.Single().Code.ShouldBe("one-region");
    }

    [Fact]
    public void With_equal_reference_shares_it_is_the_ordinary_Gini_of_its_twin() => ActivityRows.All.Sample(rows =>
    {
        long[][] matrix = ActivityRows.Matrix(rows);
        int n = matrix.Length;
        double[] twin = [.. matrix[0].Select((_, i) =>
        {
            double[] sorted = [.. matrix.Select(row => (double)row[i]).Order()];
            return 2 * sorted.Select((value, k) => (k + 1) * value).Sum() / (n * sorted.Sum()) - ((n + 1.0) / n);
        })];
        return Bits.Close(
            Estimate(ActivityRows.Table(rows), new() { Reference = LocalisationReference.Uniform }).Gini, twin, relative: 1e-12);
    });

    [Fact]
    public void Hoover_is_at_most_Gini_and_Gini_at_most_one() => ActivityRows.All.Sample(rows =>
    {
        IndustryLocalisationResult result = Estimate(ActivityRows.Table(rows));
        return result.Hoover.Zip(result.Gini).All(pair =>
            double.IsNaN(pair.First) || (pair.First <= pair.Second + 1e-12 && pair.Second <= 1 + 1e-12));
    });

    [Fact]
    public void Order_scale_and_labels_change_nothing_beyond_the_order_of_addition() => ActivityRows.All.Sample(rows =>
    {
        double[] numbers = Numbers(ActivityRows.Table(rows));
        return Bits.Same(numbers, Numbers(ActivityRows.Table(rows.Reverse())))
            && Bits.Same(numbers, Numbers(ActivityRows.Table(rows, scale: 2)))
            && Bits.Close(numbers, [.. Numbers(ActivityRows.Turned(rows)).Chunk(2).Reverse().SelectMany(row => row)], relative: 1e-12);
    });

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Three, Given)).Message.ShouldContain("a had none");
        Should.Throw<ArgumentException>(() => Estimate(Three, Given, new() { ["a"] = 0, ["b"] = 0, ["c"] = 0 }));
        Should.Throw<ArgumentException>(() => Estimate(Three, Given, new() { ["a"] = 1, ["b"] = -1, ["c"] = 1 }))
            .Message.ShouldContain("region b had -1");
        Should.Throw<ArgumentException>(() => Estimate(Three, Given, new() { ["a"] = 1, ["b"] = double.NaN, ["c"] = 1 }));
    }

    private static IndustryLocalisationOptions Given => new() { Reference = LocalisationReference.Given };

    private static double[] Numbers(ActivityTable activity)
    {
        IndustryLocalisationResult result = Estimate(activity);
        return [.. result.Hoover.Zip(result.Gini).SelectMany(pair => new[] { pair.First, pair.Second })];
    }

    private static IndustryLocalisationResult Estimate(
        ActivityTable activity, IndustryLocalisationOptions? options = null, Dictionary<string, double>? reference = null) =>
        IndustryLocalisation.Estimate(
            new IndustryLocalisationInput(activity) { Reference = reference ?? [] }, options,
            cancellationToken: TestContext.Current.CancellationToken);
}
