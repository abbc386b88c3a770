using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>The cluster index of Litzenberger and Sternberg of one industry by region.</summary>
public static class ClusterIndex
{
    internal const string Source = "Litzenberger & Sternberg 2006, Geographische Zeitschrift 94(4)";

    /// <summary>Computes the index of each region.</summary>
    /// <remarks>
    /// CI_j = ((e_j/a_j)/(e/a)) · ((e_j/p_j)/(e/p)) / ((e_j/b_j)/(e/b)): relative density times relative share of
    /// employment in the population, over relative plant size; e employment of the industry, a area, p population, b
    /// firms of the industry, without index the sums over the listed regions. It equals (e_j b_j / (a_j p_j)) over the
    /// same of the sums, and is computed so: a region without employment or firms has 0, and when the industry has
    /// none at all every region has NaN. Missing values are refused. Cost: one pass.
    /// Source: Litzenberger and Sternberg 2006, Geographische Zeitschrift 94(4).
    /// Agrees with: REAT 3.0.3 litzenberger, relative 1e-10.
    /// </remarks>
    /// <param name="regions">The regions.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The index per region, in the order they are listed.</returns>
    public static ClusterIndexResult Estimate(
        ClusterRegions regions,
        ClusterIndexOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(regions);
        regions.Check();
        double area = Sums.Sum([.. regions.Areas]);
        double population = Sums.Sum([.. regions.Populations]);
        double employment = Sums.Sum([.. regions.Employment]);
        double firms = Sums.Sum([.. regions.Firms]);
        double all = employment / area * (firms / population);
        double[] values = new double[regions.Codes.Count];
        for (int j = 0; j < values.Length; j++)
        {
            values[j] = regions.Employment[j] / regions.Areas[j] * (regions.Firms[j] / regions.Populations[j]) / all;
        }

        return new ClusterIndexResult(
            regions.Codes, values, new Provenance("concentration.cluster-index", "", Source))
        {
            Notes = UnitNotes.When(
                employment == 0 || firms == 0, "empty-industry",
                "The industry has no employment or no firms in any region: the index is not defined."),
        };
    }
}
