using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>What several measures on industries have to say of degenerate data.</summary>
internal static class IndustryNotes
{
    public static Note OneRegion() => new(
        "one-region", Severity.Warning,
        "All reference activity stands in one region, so that there is nothing to compare; the index is not defined. "
        + "Take smaller regions.");

    /// <summary>Says which industries have no workers, or nothing when all have.</summary>
    public static IEnumerable<Note> WithoutEmployment(IReadOnlyList<string> industries, double[] totals) => UnitNotes.About(
        "no-employment", industries, position => totals[position] == 0,
        "Industries without a worker", "Their shares, and what rests on them, are not defined.");

    /// <summary>Says which industries no region is specialised in, or nothing when there is none.</summary>
    public static IEnumerable<Note> WithoutSpecialisation(CoOccurrenceCounts counts) => UnitNotes.About(
        "no-specialisation", counts.Industries, position => counts.Ubiquity[position] == 0,
        "Industries that no region is specialised in", "They go with no other.", Severity.Information);

    /// <summary>Says how many regions and industries were dropped as they have no specialisation.</summary>
    public static IEnumerable<Note> Dropped(SpecialisationTable all, SpecialisationTable kept)
    {
        int regions = all.Regions.Count - kept.Regions.Count;
        int industries = all.Industries.Count - kept.Industries.Count;
        return regions + industries == 0
            ? []
            : [new Note("dropped-without-specialisation", Severity.Information, string.Create(
                CultureInfo.InvariantCulture,
                $"{regions} regions and {industries} industries have no location quotient of at least 1 and were dropped."))];
    }
}
