using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class RelatednessTests
{
    // Fans and motors meet once; S = (1, 3, 5, 4, 3) of fans, foundry, motors, pumps, tools and T = 16.
    [Theory]
    [InlineData(RelatednessMethod.Probability, 1 / (((1.0 / 16 * (5.0 / 15)) + (5.0 / 16 * (1.0 / 11))) * 8))]
    [InlineData(RelatednessMethod.Association, 16.0 / 5)]
    [InlineData(RelatednessMethod.Cosine, 0.4472135954999579)]
    [InlineData(RelatednessMethod.Jaccard, 1.0 / 5)]
    [InlineData(RelatednessMethod.MinimumConditional, 1.0 / 3)]
    public void Fans_and_motors_have_the_value_computed_by_hand(RelatednessMethod method, double expected)
    {
        IndustryPairResult result = Estimate(SampleActivities.FourTowns(), method);

        result[0, 2].ShouldBe(expected, tolerance: 1e-15);
        result[2, 0].ShouldBe(result[0, 2]);
        result[0, 1].ShouldBe(0);
        Enumerable.Range(0, 5).ShouldAllBe(i => result[i, i] == 0);
    }

    [Fact]
    public void Every_method_has_the_bits_of_its_scalar_twin() => SampleActivities.Rows.Sample(rows =>
    {
        ActivityTable activity = SampleActivities.Of(rows);
        return Enum.GetValues<RelatednessMethod>().All(method => Bits.Same(Estimate(activity, method).Values, Twin(activity, method)));
    });

    [Fact]
    public void Order_and_a_scale_change_no_bit_and_the_shares_lie_in_0_to_1() => SampleActivities.Rows.Sample(rows =>
        Enum.GetValues<RelatednessMethod>().All(method =>
        {
            IReadOnlyList<double> values = Estimate(SampleActivities.Of(rows), method).Values;
            return Bits.Same(values, Estimate(SampleActivities.Of(rows.Reverse()), method).Values)
                && Bits.Same(values, Estimate(SampleActivities.Of(rows.Select(row => (row.Region, row.Industry, 7 * row.Value))), method).Values)
                && values.All(value => value >= 0 && (method is RelatednessMethod.Probability or RelatednessMethod.Association || value <= 1));
        }));

    [Fact]
    public void Two_industries_that_always_meet_have_the_greatest_shares()
    {
        ActivityTable activity = SampleActivities.Equal("ab ab c");

        Estimate(activity, RelatednessMethod.MinimumConditional).Values.ShouldBe([0, 1, 0, 1, 0, 0, 0, 0, 0]);
        Estimate(activity, RelatednessMethod.Jaccard)[0, 1].ShouldBe(1);
        Estimate(activity, RelatednessMethod.Cosine)[0, 1].ShouldBe(1);
        Estimate(activity, RelatednessMethod.Probability)[0, 1].ShouldBe(1); // nobody else to meet: as expected
    }

    [Fact]
    public void Where_nothing_meets_all_is_zero()
    {
        foreach (RelatednessMethod method in Enum.GetValues<RelatednessMethod>())
        {
            Estimate(SampleActivities.Equal("a b c"), method).Values.ShouldAllBe(value => value == 0);
            Estimate(SampleActivities.Equal("a"), method).Values.ShouldBe([0]);
            Estimate(ActivityTable.Of(["r"], ["a"], [0]), method).Notes.Single().Code.ShouldBe("no-specialisation");
        }

        Should.Throw<ArgumentNullException>(() => Estimate(null!, RelatednessMethod.Cosine));
    }

    private static IndustryPairResult Estimate(ActivityTable activity, RelatednessMethod method) => Relatedness.Estimate(
        activity, new RelatednessOptions { Method = method }, cancellationToken: TestContext.Current.CancellationToken);

    private static double[] Twin(ActivityTable activity, RelatednessMethod method)
    {
        bool[][] b = SampleActivities.Specialised(activity);
        int width = activity.Industries.Count;
        int Together(int i, int j) => i == j ? 0 : b.Count(row => row[i] && row[j]);
        double[] s = [.. Enumerable.Range(0, width).Select(i => (double)Enumerable.Range(0, width).Sum(j => Together(i, j)))];
        double t = s.Sum();
        double[] values = new double[width * width];
        for (int cell = 0; cell < values.Length; cell++)
        {
            (int i, int j) = (Math.Min(cell / width, cell % width), Math.Max(cell / width, cell % width));
            double c = Together(i, j);
            double value = method switch
            {
                RelatednessMethod.Association => c / t / (s[i] / t * (s[j] / t)),
                RelatednessMethod.Cosine => c / Math.Sqrt(s[i] * s[j]),
                RelatednessMethod.Jaccard => c / (s[i] + s[j] - c),
                RelatednessMethod.MinimumConditional => c / Math.Max(b.Count(row => row[i]), b.Count(row => row[j])),
                _ => c / (((s[i] / t * (s[j] / (t - s[i]))) + (s[j] / t * (s[i] / (t - s[j])))) * (t / 2)),
            };
            values[cell] = i == j || !double.IsFinite(value) ? 0 : value;
        }

        return values;
    }
}
