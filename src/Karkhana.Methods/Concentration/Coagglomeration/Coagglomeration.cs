using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How far pairs of industries choose the same regions.</summary>
public static class Coagglomeration
{
    internal const string Source =
        "Ellison & Glaeser 1997, doi:10.1086/262098; Ellison, Glaeser & Kerr 2010, doi:10.1257/aer.100.3.1195";

    private static readonly PairQuantity Quantity = new(
        "coagglomeration", "Coagglomeration γ", "Above 0 both industries depart from the reference in the same regions.");

    /// <summary>Computes the index of each pair of industries.</summary>
    /// <remarks>
    /// γ_ij = Σ_r (s_ri − x_r)(s_rj − x_r) / (1 − Σ x_r²), with s the shares of each industry over the regions and x
    /// the reference shares. The diagonal is G_i / (1 − Σ x_r²), without correction for plants: between two industries
    /// none is needed, as no plant belongs to both. An industry without workers, and any industry when there is one
    /// region only, gives NaN and a note. Missing employment is refused.
    /// Cost: the squares of the numbers of industries in each region. Computed as
    /// (Σ s_i s_j − Σ s_i x − Σ s_j x + Σ x²) / (1 − Σ x²), so that empty cells cost nothing.
    /// Source: Ellison, Glaeser and Kerr 2010, doi:10.1257/aer.100.3.1195, equation 1; Ellison and Glaeser 1997,
    /// doi:10.1086/262098. Agrees with: the formula evaluated in R, relative 1e-9.
    /// </remarks>
    /// <param name="plants">The plants.</param>
    /// <param name="options">The reference.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between regions.</param>
    /// <returns>The matrix of all pairs.</returns>
    /// <exception cref="ArgumentException">Lists differ in length, employment is negative or missing, or all of it is
    /// 0.</exception>
    public static IndustryPairResult Estimate(
        PlantTable plants,
        CoagglomerationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plants);
        plants.Check();
        options ??= new CoagglomerationOptions();
        PlantReference reference = options.Reference == CoagglomerationReference.Given
            ? PlantReference.Given
            : PlantReference.Plants;
        CodeList regions = plants.RegionCodes(reference);
        double[] weights = plants.Weights();
        double[] x = plants.ReferenceShares(reference, regions, weights);
        RegionIndustryCells cells = RegionIndustryCells.Of(plants, regions, weights);
        string[] industries = cells.Industries.Codes;
        double[] values = CoagglomerationKernel.Run(
            cells,
            [.. Enumerable.Range(0, industries.Length)],
            options.Reference == CoagglomerationReference.MeanShare ? MeanShares(cells) : x,
            cancellationToken);
        return new IndustryPairResult(
            industries,
            values,
            [
                .. values.All(double.IsNaN) ? [IndustryNotes.OneRegion()] : Array.Empty<Note>(),
                .. IndustryNotes.WithoutEmployment(industries, cells.IndustryTotals),
            ],
            new Provenance("concentration.coagglomeration", $"reference = {options.Reference}", Source))
        {
            Quantity = Quantity,
        };
    }

    private static double[] MeanShares(RegionIndustryCells cells)
    {
        int known = cells.IndustryTotals.Count(total => total > 0);
        double[] x = new double[cells.Regions.Codes.Length];
        for (int r = 0; r < x.Length; r++)
        {
            ReadOnlySpan<int> industries = cells.IndustriesOf(r);
            ReadOnlySpan<double> employment = cells.EmploymentOf(r);
            double sum = 0;
            for (int cell = 0; cell < industries.Length; cell++)
            {
                sum += employment[cell] > 0 ? employment[cell] / cells.IndustryTotals[industries[cell]] : 0;
            }

            x[r] = sum / known;
        }

        return x;
    }
}
