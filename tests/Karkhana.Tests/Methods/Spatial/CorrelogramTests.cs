using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class CorrelogramTests
{
    [Fact]
    public void A_line_of_four_has_the_indices_computed_by_hand()
    {
        CorrelogramResult result = Run.Correlogram(SpatialSamples.Rising);

        result.Values[0].ShouldBe(0.4, tolerance: 1e-15);
        result.Values[1].ShouldBe(-0.6, tolerance: 1e-15); // a-c, b-d: −4 · 0.75 / 5
        result.Values[2].ShouldBe(-0.9, tolerance: 1e-15); // a-d: n = 2, −2 · 2.25 / 5
        result.Values[3].ShouldBe(double.NaN);
        result.Expectations.ShouldBe([-1 / 3.0, -1 / 3.0, -1, double.NaN]);
        result.Variances[2].ShouldBe(double.NaN);
        result.Units.ShouldBe([4, 4, 2, 0]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("order 4");
    }

    [Fact]
    public void The_first_order_is_morans_index_where_no_unit_is_an_island() => SpatialSamples.Random.Where(input => input.Weights.Islands().Count == 0).Sample(input =>
    {
        SpatialValues links = input with { Weights = input.Weights.Coded(WeightsStyle.Binary) };
        AssociationTestResult moran = Run.MoranI(links);
        CorrelogramResult result = Run.Correlogram(input, new() { Orders = 1 });
        return Bits.Close([result.Values[0], result.Expectations[0], result.Variances[0]], [moran.Estimate, moran.Expectation, moran.Variance], relative: 1e-10);
    });

    [Fact]
    public void Orders_are_the_steps_of_the_shortest_path() => SpatialSamples.Random.Sample(input =>
    {
        int n = input.Count;
        int[,] steps = Steps(input.Weights);
        CorrelogramResult result = Run.Correlogram(input, new() { Orders = 5 });
        return Enumerable.Range(1, 5).All(order =>
            result.Units[order - 1] == Enumerable.Range(0, n).Count(i => Enumerable.Range(0, n).Any(j => i != j && steps[i, j] == order)));
    });

    [Fact]
    public void Weights_and_the_order_of_rows_do_not_matter() => SpatialSamples.Random.Sample(input =>
    {
        CorrelogramResult plain = Run.Correlogram(input);
        CorrelogramResult unweighted = Run.Correlogram(input with { Weights = input.Weights.Coded(WeightsStyle.Binary) });
        CorrelogramResult turned = Run.Correlogram(new([.. input.Values.Reverse()], SpatialSamples.Turned(input.Weights)));
        return Bits.Same(plain.Values, unweighted.Values) && Bits.Close(plain.Values, turned.Values, relative: 1e-9);
    });

    [Fact]
    public void Islands_are_left_out_and_constant_values_say_so()
    {
        Run.Correlogram(new([1, 2, 3, 4, 5], SpatialSamples.Uneven)).Notes[0].Text.ShouldContain("left out of n at every order: e");
        CorrelogramResult constant = Run.Correlogram(new([1, 1, 1, 1], SpatialSamples.Path), new() { Orders = 1 });
        constant.Values[0].ShouldBe(double.NaN);
        constant.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-values");
    }

    [Fact]
    public void Missing_values_and_orders_out_of_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => Run.Correlogram(new([1, double.NaN, 3, 4], SpatialSamples.Path))).Message.ShouldContain("missing for b");
        Should.Throw<ArgumentException>(() => new CorrelogramOptions { Orders = 0 }).Message.ShouldContain("Orders");
    }

    private static int[,] Steps(SpatialWeights weights)
    {
        int n = weights.Count;
        int[,] steps = new int[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                steps[i, j] = i == j ? 0 : weights.NeighboursOf(i).Contains(j) ? 1 : 1000;
            }
        }

        for (int k = 0; k < n; k++)
        {
            for (int cell = 0; cell < n * n; cell++)
            {
                steps[cell / n, cell % n] = Math.Min(steps[cell / n, cell % n], steps[cell / n, k] + steps[k, cell % n]);
            }
        }

        return steps;
    }
}
