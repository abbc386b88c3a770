using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Reads the sets of anchors: one row per step.</summary>
internal static class AnchorReader
{
    public static IReadOnlyDictionary<string, IReadOnlyList<AnchorStep>> Read(ITableSource source, FileProblems problems)
    {
        Dictionary<string, IReadOnlyList<AnchorStep>> sets = new(StringComparer.Ordinal);
        ItemRow row = new(source, problems);
        while (source.Read())
        {
            string set = row.Text("anchors");
            IReadOnlyList<AnchorStep> earlier = sets.GetValueOrDefault(set) ?? [];
            sets[set] = [.. earlier, new AnchorStep(row.Number("value"), row.Labels())];
        }

        return sets;
    }
}
