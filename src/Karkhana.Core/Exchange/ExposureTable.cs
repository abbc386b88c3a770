using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Core.Exchange;

/// <summary>The exposure of each firm to each agglomeration advantage, on [0, 1]; what modules pass to
/// Learning.</summary>
/// <param name="FirmIds">The firms, in the order of the register.</param>
/// <param name="Exposures">The exposures, one per advantage.</param>
public sealed record ExposureTable(IReadOnlyList<string> FirmIds, IReadOnlyList<Exposure> Exposures)
{
    /// <summary>Finds the exposure to an advantage.</summary>
    /// <param name="advantageId">The id: <c>EE01</c>.</param>
    /// <returns>The exposure, or null when no source showed it.</returns>
    public Exposure? Find(string advantageId) => Exposures.FirstOrDefault(
        exposure => exposure.AdvantageId == advantageId);

    /// <summary>Combines the exposures that several sources show: the mean over the sources of each firm, missing ones
    /// left out.</summary>
    /// <remarks>
    /// Standard error: with two or more sources the standard deviation between them over the square root of their
    /// number;
    /// with one source what that source states. Framework 2.5, scoring of an exposure.
    /// </remarks>
    /// <param name="firmIds">The firms that all parts share.</param>
    /// <param name="parts">The parts, each with its own source.</param>
    /// <returns>One table with each advantage once.</returns>
    public static ExposureTable Combine(IReadOnlyList<string> firmIds, params IReadOnlyList<ExposureTable> parts)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(parts);
        foreach (ExposureTable part in parts)
        {
            Require.SameLength(firmIds.Count, part.FirmIds.Count, nameof(parts));
        }

        return new ExposureTable(
            firmIds,
            [
                .. parts.SelectMany(part => part.Exposures)
                    .GroupBy(exposure => exposure.AdvantageId, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Average([.. group], firmIds.Count)),
            ]);
    }

    /// <summary>Gives one row per firm and advantage whose exposure is known.</summary>
    /// <returns>The table <c>exposures</c>.</returns>
    public Table ToTable()
    {
        (Exposure Exposure, int Firm)[] known = [.. Exposures.SelectMany(exposure => Enumerable.Range(0, FirmIds.Count)
            .Where(firm => !double.IsNaN(exposure.Values[firm])).Select(firm => (exposure, firm)))];
        return Table.Of(
            "exposures",
            Column.Of("firm", known.Select(row => FirmIds[row.Firm]), "Firm", "Firm id of the register."),
            Column.Of(
                "advantage", known.Select(row => row.Exposure.AdvantageId), "Advantage",
                "Id of the agglomeration advantage."),
            Column.Of(
                "estimate", known.Select(row => row.Exposure.Values[row.Firm]), "Exposure", "share",
                "Rank-normalised exposure from 0 to 1.", recommended: true),
            Column.Of(
                "std_error", known.Select(row => row.Exposure.StandardErrors[row.Firm]), "Standard error", "share",
                "Standard error; missing when one source gave it."),
            Column.Of("sources", known.Select(row => row.Exposure.Sources), "Sources", "Which sources entered."));
    }

    private static Exposure Average(IReadOnlyList<Exposure> sources, int firms)
    {
        if (sources.Count == 1)
        {
            return sources[0];
        }

        double[] means = new double[firms];
        double[] errors = new double[firms];
        for (int firm = 0; firm < firms; firm++)
        {
            Exposure[] known = [.. sources.Where(source => !double.IsNaN(source.Values[firm]))];
            double[] values = [.. known.Select(source => source.Values[firm])];
            means[firm] = Sums.Mean(values);
            errors[firm] = known.Length == 1
                ? known[0].StandardErrors[firm]
                : Math.Sqrt(Sums.Variance(values) / Math.Max(1, values.Length));
        }

        return new Exposure(
            sources[0].AdvantageId, means, errors, string.Join('+', sources.Select(source => source.Sources)));
    }
}
