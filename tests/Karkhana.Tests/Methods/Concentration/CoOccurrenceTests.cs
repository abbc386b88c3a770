using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class CoOccurrenceTests
{
    [Fact]
    public void Motors_and_pumps_meet_in_two_towns()
    {
        IndustryPairResult result = Estimate(SampleActivities.FourTowns());

        result.Industries.ShouldBe(["fans", "foundry", "motors", "pumps", "tools"]);
        result.Values.ShouldBe(
        [
            0, 0, 1, 0, 0,
            0, 0, 1, 1, 1,
            1, 1, 0, 2, 1,
            0, 1, 2, 0, 1,
            0, 1, 1, 1, 0,
        ]);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.7)]
    [InlineData(1e-9)]
    [InlineData(4503599627370.0)] // products above 2^53, compared in 128 bits
    public void A_quotient_of_exactly_one_counts_in_any_unit(double scale) => // Gujrat's motors
        Estimate(SampleActivities.FourTowns(scale)).Values.ShouldBe(Estimate(SampleActivities.FourTowns()).Values);

    [Fact]
    public void Large_whole_numbers_are_compared_exactly()
    {
        // Region a: x of 10^8 + 1 among 2·10^8 + 2; b: x of 10^8 among 2·10^8 + 1, a quotient below 1 by less than 10⁻⁸.
        ActivityTable activity = ActivityTable.Of(
            ["a", "a", "b", "b"], ["x", "y", "x", "y"], [100_000_001, 100_000_001, 100_000_000, 100_000_001]);

        Estimate(activity).Values.ShouldBe([0, 0, 0, 0]); // a: x; b: y; the quotients of the others lie below 1
    }

    [Fact]
    public void Counts_are_those_of_the_definition() => SampleActivities.Rows.Sample(rows =>
    {
        ActivityTable activity = SampleActivities.Of(rows);
        bool[][] b = SampleActivities.Specialised(activity);
        IndustryPairResult result = Estimate(activity);
        int width = activity.Industries.Count;
        return Enumerable.Range(0, width * width).All(cell => result.Values[cell]
            == (cell / width == cell % width ? 0 : b.Count(row => row[cell / width] && row[cell % width])));
    });

    [Fact]
    public void More_regions_than_bits_of_a_word_are_counted()
    {
        // 130 regions of x and y in equal parts, 70 of z alone.
        string mixes = string.Join(' ', [.. Enumerable.Repeat("xy", 130), .. Enumerable.Repeat("z", 70)]);

        Estimate(SampleActivities.Equal(mixes)).Values.ShouldBe([0, 130, 0, 130, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Order_and_labels_change_no_bit() => SampleActivities.Rows.Sample(rows =>
    {
        IReadOnlyList<double> values = Estimate(SampleActivities.Of(rows)).Values;
        return Bits.Same(values, Estimate(SampleActivities.Of(rows.Reverse())).Values)
            && Bits.Same(values, Estimate(SampleActivities.Of(rows.Select(row => (9 - row.Region, row.Industry, row.Value)))).Values);
    });

    [Fact]
    public void Without_activity_nothing_meets_and_the_industries_are_named()
    {
        IndustryPairResult result = Estimate(ActivityTable.Of(["a", "b"], ["x", "y"], [0, 0]));

        result.Values.ShouldAllBe(value => value == 0);
        result.Notes.Single().Code.ShouldBe("no-specialisation");
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static IndustryPairResult Estimate(ActivityTable activity) =>
        CoOccurrence.Estimate(activity, cancellationToken: TestContext.Current.CancellationToken);
}
