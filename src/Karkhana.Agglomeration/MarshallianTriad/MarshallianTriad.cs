using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Agglomeration;

/// <summary>Marshall's triad: labour pooling, specialised inputs, knowledge spillovers.</summary>
public static class MarshallianTriad
{
    private const string Source = "Marshall 1920, Principles of Economics, 8th edition, IV.x; framework 8, row 29";

    /// <summary>Gathers the exposures of each firm into the three sources.</summary>
    /// <remarks>
    /// Labour pooling: EE01. Specialised inputs: mean of EE02 (suppliers) and EE03 (process specialists), those that are
    /// known. Spillover potential: EE08 (same-product firms near); potential, for what is near can be seen, and whether it
    /// is looked at the survey says. All are rank-normalised, so a place is compared with the other places of the sample.
    /// The three rise and fall together where firms stand close: they are no three findings. Cost: linear in the sample.
    /// Source: Marshall 1920, Principles of Economics, 8th edition, IV.x; framework 8, row 29.
    /// </remarks>
    /// <param name="input">The register and the sample.</param>
    /// <param name="exposures">The exposures, over the whole register.</param>
    /// <returns>One score per firm of the sample.</returns>
    public static MarshallianTriadResult Estimate(RegisterSample input, ExposureTable exposures)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(exposures);
        input.Check();
        Core.Errors.Require.SameLength(input.Firms.Count, exposures.FirmIds.Count, nameof(exposures));
        return new MarshallianTriadResult
        {
            Input = input,
            Firms = [.. input.Sample.Select(firm => new TriadScore(
                firm, Mean(exposures, firm, "EE01"), Mean(exposures, firm, "EE02", "EE03"), Mean(exposures, firm, "EE08")))],
            Notes = exposures.Find("EE02") is null && exposures.Find("EE03") is null
                ? [new Note(
                    "no-input-roles", Core.Errors.Severity.Information,
                    "No source shows EE02 or EE03: specialised inputs are missing. A table of industries with roles would show them.")]
                : [],
            Provenance = new Provenance("agglomeration.marshallian-triad", "", Source),
        };
    }

    private static double Mean(ExposureTable exposures, int firm, params IReadOnlyList<string> advantages) => Sums.Mean(
        [.. advantages.Select(advantage => exposures.Find(advantage)?.Values[firm] ?? double.NaN)
            .Where(value => !double.IsNaN(value))]);
}
