using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How often a plant of one industry and a plant of another stand in the same region.</summary>
public static class ColocationIndex
{
    internal const string Source = "Howard, Newman & Tarp 2016, Journal of Economic Geography 16(5):1055-1078";

    private static readonly PairQuantity Quantity = new(
        "colocation", "Colocation", "Share of the pairs of plants, one of each industry, that stand in the same region.");

    /// <summary>Computes the index of each pair of industries.</summary>
    /// <remarks>
    /// CL_ij = Σ_r n_ri n_rj / (K_i K_j), with n_ri the plants of industry i in region r and K_i all its plants: the
    /// share of pairs of plants that stand in the same region. Employment plays no part, but is still refused when it
    /// is negative or missing. The diagonal is not defined (NaN), as a plant has no pair with itself.
    /// Cost: the squares of the numbers of industries in each region. Counts are whole numbers, so the result is exact
    /// but for one division.
    /// Source: Howard, Newman and Tarp 2016, Journal of Economic Geography 16(5):1055-1078. Agrees with: REAT 3.0.3 howard.cl, relative 1e-10.
    /// </remarks>
    /// <param name="plants">The plants.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between regions.</param>
    /// <returns>The matrix of all pairs.</returns>
    /// <exception cref="ArgumentException">Lists differ in length, or employment is negative or missing.</exception>
    public static IndustryPairResult Estimate(
        PlantTable plants,
        ColocationIndexOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plants);
        plants.Check();
        RegionIndustryCells cells = RegionIndustryCells.Of(plants, plants.RegionCodes(PlantReference.Plants), plants.Weights());
        double[] values = Together(cells, cancellationToken);
        int width = cells.IndustryPlants.Length;
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < width; j++)
            {
                values[(i * width) + j] = i == j
                    ? double.NaN
                    : values[(i * width) + j] / ((double)cells.IndustryPlants[i] * cells.IndustryPlants[j]);
            }
        }

        return new IndustryPairResult(
            cells.Industries.Codes, values, [], new Provenance("concentration.colocation-index", "", Source))
        {
            Quantity = Quantity,
        };
    }

    private static double[] Together(RegionIndustryCells cells, CancellationToken cancellationToken)
    {
        int width = cells.IndustryPlants.Length;
        double[] pairs = new double[width * width];
        for (int r = 0; r < cells.Regions.Codes.Length; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> industries = cells.IndustriesOf(r);
            ReadOnlySpan<int> plants = cells.PlantsOf(r);
            for (int a = 0; a < industries.Length; a++)
            {
                for (int b = 0; b < industries.Length; b++)
                {
                    pairs[(industries[a] * width) + industries[b]] += (double)plants[a] * plants[b];
                }
            }
        }

        return pairs;
    }
}
