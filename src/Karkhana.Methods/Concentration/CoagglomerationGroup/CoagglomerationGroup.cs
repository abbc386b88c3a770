using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How far the industries of a group choose the same regions.</summary>
public static class CoagglomerationGroup
{
    internal const string Source = "Ellison & Glaeser 1997, doi:10.1086/262098";

    /// <summary>Computes the index of a group.</summary>
    /// <remarks>
    /// With w_j the share of member j in the employment of the group, G of the pooled regional shares,
    /// H = Σ w_j² H_j: γᶜ = (G / (1 − Σx²) − H − Σ γ_j w_j² (1 − H_j)) / (1 − Σ w_j²). Put γ_j in and every plant
    /// Herfindahl cancels, which leaves the mean of the pairs' γ_ij of <see cref="Coagglomeration"/> with weights
    /// w_i w_j; this is what is computed, so that members of a single plant are no problem. A member without workers
    /// is left out with a note; with one region, or fewer than two members left, the index is NaN with a note.
    /// Cost: one pass over the plants, and the square of the number of members in each region.
    /// Source: Ellison and Glaeser 1997, doi:10.1086/262098, section on coagglomeration. Agrees with: the formula
    /// evaluated in R, relative 1e-9.
    /// </remarks>
    /// <param name="plants">The plants, also those outside the group.</param>
    /// <param name="options">The members.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between regions.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">The plants are wrong, or the group has fewer than two members or one that
    /// no plant belongs to.</exception>
    public static CoagglomerationGroupResult Estimate(
        PlantTable plants,
        CoagglomerationGroupOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plants);
        ArgumentNullException.ThrowIfNull(options);
        plants.Check();
        CodeList regions = plants.RegionCodes(options.Reference);
        double[] weights = plants.Weights();
        double[] x = plants.ReferenceShares(options.Reference, regions, weights);
        RegionIndustryCells cells = RegionIndustryCells.Of(plants, regions, weights);
        int[] members = Members(cells.Industries.Codes, options.Industries);
        string[] names = [.. members.Select(member => cells.Industries.Codes[member])];
        int[] known = [.. members.Where(member => cells.IndustryTotals[member] > 0)];
        double[] gamma = CoagglomerationKernel.Run(cells, known, x, cancellationToken);
        return new CoagglomerationGroupResult(
            names,
            members.Sum(member => cells.IndustryPlants[member]),
            Mean(gamma, [.. known.Select(member => cells.IndustryTotals[member])]),
            [
                .. IndustryNotes.WithoutEmployment(names, [.. members.Select(member => cells.IndustryTotals[member])]),
                .. known.Length >= 2 && double.IsNaN(gamma[0]) ? [IndustryNotes.OneRegion()] : Array.Empty<Note>(),
                .. known.Length < 2 ? [TooFew()] : Array.Empty<Note>(),
            ],
            new Provenance(
                "concentration.coagglomeration-group",
                $"industries = {string.Join(", ", names)}, reference = {options.Reference}",
                Source));
    }

    private static Note TooFew() => new(
        "too-few-members", Severity.Warning,
        "Fewer than two members of the group have workers, so that there is no pair to speak of; the index is not defined.");

    private static int[] Members(string[] codes, IReadOnlyList<string> industries)
    {
        string[] wanted = [.. industries.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Require.That(
            wanted.Length >= 2, nameof(CoagglomerationGroupOptions.Industries),
            FormattableString.Invariant($"must name at least two different industries; it had {wanted.Length}"));
        int[] members = [.. wanted.Select(code => Array.BinarySearch(codes, code, StringComparer.Ordinal))];
        int unknown = Array.FindIndex(members, member => member < 0);
        Require.That(
            unknown < 0, nameof(CoagglomerationGroupOptions.Industries),
            $"must name industries of the plants; there was no plant of \"{(unknown < 0 ? "" : wanted[unknown])}\"");
        return members;
    }

    private static double Mean(double[] gamma, double[] totals)
    {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < totals.Length; i++)
        {
            for (int j = i + 1; j < totals.Length; j++)
            {
                sum += totals[i] * totals[j] * gamma[(i * totals.Length) + j];
                weight += totals[i] * totals[j];
            }
        }

        return sum / weight;
    }
}
