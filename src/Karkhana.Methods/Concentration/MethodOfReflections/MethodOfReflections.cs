using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Averages of diversity and ubiquity, taken in turns over regions and industries.</summary>
public static class MethodOfReflections
{
    internal const string Source = "Hidalgo & Hausmann 2009, doi:10.1073/pnas.0900943106";

    /// <summary>Reflects diversity and ubiquity a number of times.</summary>
    /// <remarks>
    /// k_r0 is the number of industries that region r is specialised in (diversity), k_i0 the number of regions
    /// specialised in industry i (ubiquity); k_rN = (1/k_r0) Σ_i B_ri k_i,N−1 and k_iN = (1/k_i0) Σ_r B_ri k_r,N−1.
    /// Regions and industries without specialisation are dropped with a note. Nothing is rescaled, so that values
    /// draw together as N grows. Negative or missing activity is refused. Cost: specialisations × steps.
    /// Source: Hidalgo and Hausmann 2009, doi:10.1073/pnas.0900943106, equations 2 to 4. Agrees with: EconGeo 1.3 MORc
    /// and MORt for 0 to 2 steps, relative 1e-8.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">The number of reflections.</param>
    /// <param name="execution">Not used: the cost is small.</param>
    /// <param name="cancellationToken">Looked at between reflections.</param>
    /// <returns>A value per region and per industry.</returns>
    public static MethodOfReflectionsResult Estimate(
        ActivityTable activity,
        MethodOfReflectionsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        options ??= new MethodOfReflectionsOptions();
        SpecialisationTable all = SpecialisationTable.Of(activity);
        SpecialisationTable table = all.WithoutEmpty();
        int[][] industriesOf = table.IndustriesOf;
        int[][] regionsOf = table.RegionsOf();
        double[] regions = [.. industriesOf.Select(own => (double)own.Length)];
        double[] industries = [.. regionsOf.Select(own => (double)own.Length)];
        for (int step = 0; step < options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (regions, industries) = (MeansOver(industriesOf, industries), MeansOver(regionsOf, regions));
        }

        return new MethodOfReflectionsResult(
            table.Regions,
            regions,
            table.Industries,
            industries,
            [.. IndustryNotes.Dropped(all, table)],
            new Provenance(
                "concentration.method-of-reflections", FormattableString.Invariant($"steps = {options.Steps}"), Source));
    }

    /// <summary>Takes the mean over the partners of each member.</summary>
    internal static double[] MeansOver(int[][] partnersOf, double[] values) => Array.ConvertAll(partnersOf, partners =>
    {
        double sum = 0;
        foreach (int partner in partners)
        {
            sum += values[partner];
        }

        return sum / partners.Length;
    });
}
