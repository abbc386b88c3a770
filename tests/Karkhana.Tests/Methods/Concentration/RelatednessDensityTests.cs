using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class RelatednessDensityTests
{
    [Fact]
    public void Daska_has_all_that_tools_are_linked_to_and_Gujrat_nothing()
    {
        // Links (relatedness above 1): fans–motors, foundry–pumps, foundry–tools, motors–pumps, pumps–tools.
        RelatednessDensityResult result = Estimate(SampleActivities.FourTowns(), new RelatednessDensityOptions());

        result.Regions.ShouldBe(["Daska", "Gujrat", "Lahore", "Sialkot"]);
        Bits.Close(
            result.Values,
            [100, 50, 50, 200.0 / 3, 100, 100, 0, 50, 100.0 / 3, 0, 100, 100, 50, 200.0 / 3, 50, 0, 50, 0, 200.0 / 3, 50],
            relative: 1e-14).ShouldBeTrue();
        result.Specialised[4].ShouldBeFalse(); // Daska has no tools
        result.Specialised[6 - 1].ShouldBeTrue(); // Gujrat has fans
    }

    [Fact]
    public void With_weights_the_density_is_the_share_of_the_relatedness()
    {
        // Proximity of fans: motors 1/3 alone; of foundry: motors 1/3, pumps 1/2, tools 1/2, of which Sialkot has tools.
        RelatednessDensityResult result = Estimate(SampleActivities.FourTowns(), new RelatednessDensityOptions
        {
            Method = RelatednessMethod.MinimumConditional,
            Link = RelatednessLink.Weight,
            Scale = RelatednessScale.Share,
        });

        result.Values[0].ShouldBe(1);
        result.Values[(3 * 5) + 1].ShouldBe(0.5 / ((1.0 / 3) + 0.5 + 0.5), tolerance: 1e-15);
    }

    [Fact]
    public void Every_cell_has_the_bits_of_its_scalar_twin() => SampleActivities.Rows.Sample(rows =>
    {
        ActivityTable activity = SampleActivities.Of(rows);
        IndustryPairResult phi = Relatedness.Estimate(
            activity,
            new RelatednessOptions { Method = RelatednessMethod.Cosine },
            cancellationToken: TestContext.Current.CancellationToken);
        bool[][] b = SampleActivities.Specialised(activity);
        List<double> twin = [];
        foreach (bool[] region in b)
        {
            for (int i = 0; i < region.Length; i++)
            {
                (double has, double all) = (0, 0);
                for (int j = 0; j < region.Length; j++)
                {
                    has += region[j] ? phi[j, i] : 0;
                    all += phi[j, i];
                }

                twin.Add(has / all);
            }
        }

        return Bits.Same(twin, Estimate(activity, new RelatednessDensityOptions
        {
            Method = RelatednessMethod.Cosine,
            Link = RelatednessLink.Weight,
            Scale = RelatednessScale.Share,
        }).Values);
    });

    [Fact]
    public void Densities_lie_in_their_range_and_order_and_scale_change_no_bit() => SampleActivities.Rows.Sample(rows =>
    {
        IReadOnlyList<double> values = Estimate(SampleActivities.Of(rows), new RelatednessDensityOptions()).Values;
        return values.All(value => double.IsNaN(value) || value is >= 0 and <= 100)
            && Bits.Same(values, Estimate(SampleActivities.Of(rows.Reverse()), new RelatednessDensityOptions()).Values)
            && Bits.Same(
                values,
                Estimate(SampleActivities.Of(rows.Select(row => (row.Region, row.Industry, 3 * row.Value))), new RelatednessDensityOptions()).Values);
    });

    [Fact]
    public void A_relatedness_of_one_but_for_rounding_is_no_link()
    {
        // Two industries that always meet: association 2, probability exactly as expected, whatever the counts.
        foreach (int towns in new[] { 1, 3, 7, 11, 49 })
        {
            ActivityTable activity = SampleActivities.Equal(string.Join(' ', Enumerable.Repeat("ab", towns)));
            Estimate(activity, new RelatednessDensityOptions()).Values.ShouldAllBe(value => double.IsNaN(value));
        }
    }

    [Fact]
    public void An_industry_without_related_ones_has_no_density_and_is_named()
    {
        RelatednessDensityResult result = Estimate(SampleActivities.Equal("abc abc abd abd e"), new RelatednessDensityOptions { Link = RelatednessLink.Weight });

        result.Values[4].ShouldBe(double.NaN);
        result.Notes.Single().Text.ShouldContain("1 of 5");
        Should.Throw<ArgumentNullException>(() => Estimate(null!, new RelatednessDensityOptions()));
    }

    [Fact]
    public void The_table_has_a_row_per_cell_with_its_unit()
    {
        RelatednessDensityResult result = Estimate(SampleActivities.FourTowns(), new RelatednessDensityOptions());

        result.ToTable().RowCount.ShouldBe(20);
        result.ToTable()["estimate"].Unit.ShouldBe("percent");
    }

    private static RelatednessDensityResult Estimate(ActivityTable activity, RelatednessDensityOptions options) =>
        RelatednessDensity.Estimate(activity, options, cancellationToken: TestContext.Current.CancellationToken);
}
