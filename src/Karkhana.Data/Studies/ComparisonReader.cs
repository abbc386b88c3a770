using Karkhana.Core.Tables;
using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads whom the firms of a cluster are compared with.</summary>
internal static class ComparisonReader
{
    private const string Part = "policy";
    private const string SetKey = "comparison";
    private const string PlacesKey = "places";

    /// <summary>Reads the part; what is wrong with it is reported.</summary>
    /// <param name="toml">The keys of study.toml.</param>
    /// <param name="firms">The register, whose places may be named; null when it could not be read.</param>
    /// <returns>The set; dispersed firms where the study does not say.</returns>
    public static ComparisonFirms Read(StudyToml toml, FirmRegister? firms)
    {
        string[] places = [.. toml.Texts(Part, PlacesKey).Distinct(StringComparer.Ordinal)];
        ComparisonSet set = SetOf(toml);
        if (set != ComparisonSet.Places)
        {
            WarnOfUnused(toml);
            return new ComparisonFirms(set, []);
        }

        if (!toml.Sets(Part, PlacesKey))
        {
            toml.Problems.Error(
                "missing-key", null, $"{Part}.{PlacesKey}", "the places to compare with", "none", $"Write {PlacesKey} = [\"…\"] under [{Part}].");
        }

        CheckPlaces(toml, places, firms);
        return new ComparisonFirms(set, places);
    }

    private static ComparisonSet SetOf(StudyToml toml)
    {
        string[] known = [.. Enum.GetValues<ComparisonSet>().Select(one => Words.Of(one))];
        string? word = toml.Text(Part, SetKey);
        int position = Array.IndexOf(known, word);
        if (word is not null && position < 0)
        {
            toml.Problems.Error(
                "unknown-comparison", null, $"{Part}.{SetKey}", $"one of {string.Join(", ", known)}", FileProblems.Quote(word),
                "Leave the key out to compare with dispersed firms.");
        }

        return position >= 0 ? Enum.GetValues<ComparisonSet>()[position]
            : word is null && !toml.Sets(Part, SetKey) && toml.Sets(Part, PlacesKey) ? ComparisonSet.Places
            : ComparisonSet.Dispersed;
    }

    private static void WarnOfUnused(StudyToml toml)
    {
        if (toml.Sets(Part, PlacesKey))
        {
            toml.Problems.Warning(
                "unused-key", null, $"{Part}.{PlacesKey}", $"{SetKey} = \"{Words.Of(ComparisonSet.Places)}\"", "another comparison",
                "The places were not used.");
        }
    }

    private static void CheckPlaces(StudyToml toml, string[] places, FirmRegister? firms)
    {
        if (firms is null)
        {
            return;
        }

        foreach (string place in places.Where(place => !firms.Places.Contains(place)))
        {
            toml.Problems.Error(
                "unknown-place", null, $"{Part}.{PlacesKey}",
                firms.Places.Length == 0 ? "a column of places in the register (firms.place)" : "a place of the register",
                FileProblems.Quote(place), "Write the place as the register does.");
        }
    }
}
