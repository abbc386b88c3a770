using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Core.Exchange;

/// <summary>The exposure of each firm to each agglomeration advantage, on [0, 1]; what modules pass to Learning.</summary>
/// <param name="FirmIds">The firms, in the order of the register.</param>
/// <param name="Exposures">The exposures, one per advantage.</param>
public sealed record ExposureTable(IReadOnlyList<string> FirmIds, IReadOnlyList<Exposure> Exposures)
{
    /// <summary>Finds the exposure to an advantage.</summary>
    /// <param name="advantageId">The id: <c>EE01</c>.</param>
    /// <returns>The exposure, or null when no source showed it.</returns>
    public Exposure? Find(string advantageId) => Exposures.FirstOrDefault(exposure => exposure.AdvantageId == advantageId);

    /// <summary>Joins the exposures of several modules; the advantages must differ.</summary>
    /// <param name="firmIds">The firms that all parts share.</param>
    /// <param name="parts">The parts.</param>
    /// <returns>One table.</returns>
    public static ExposureTable Join(IReadOnlyList<string> firmIds, params IReadOnlyList<ExposureTable> parts)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(parts);
        foreach (ExposureTable part in parts)
        {
            Require.SameLength(firmIds.Count, part.FirmIds.Count, nameof(parts));
        }

        return new ExposureTable(firmIds, [.. parts.SelectMany(part => part.Exposures).OrderBy(e => e.AdvantageId, StringComparer.Ordinal)]);
    }

    /// <summary>Gives one row per firm and advantage.</summary>
    /// <returns>The table <c>exposures</c>.</returns>
    public Table ToTable() => Table.Of(
        "exposures",
        Column.Of("firm", Exposures.SelectMany(_ => FirmIds), "Firm", "Firm id of the register."),
        Column.Of("advantage", Exposures.SelectMany(e => FirmIds.Select(_ => e.AdvantageId)), "Advantage", "Id of the agglomeration advantage."),
        Column.Of("estimate", Exposures.SelectMany(e => e.Values), "Exposure", "share", "Rank-normalised exposure from 0 to 1.", recommended: true),
        Column.Of("std_error", Exposures.SelectMany(e => e.StandardErrors), "Standard error", "share", "Standard error; missing when one source gave it."),
        Column.Of("sources", Exposures.SelectMany(e => FirmIds.Select(_ => e.Sources)), "Sources", "Which sources entered."));
}
