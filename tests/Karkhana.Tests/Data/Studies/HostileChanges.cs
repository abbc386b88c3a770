namespace Karkhana.Tests.Data.Studies;

/// <summary>Studies whose technical changes are broken; all begin from one that has them.</summary>
internal static class HostileChanges
{
    private const string Toml = "study.toml";
    private const string Changes = "changes.csv";

    public static IReadOnlyDictionary<string, HostileStudy> All { get; } = new Dictionary<string, HostileStudy>
    {
        ["a change of an unknown firm"] = new(Of(Changes, "F2,", "F9,"), "unknown-firm", Changes, 4, "id"),
        ["a change of no year"] = new(Of(Changes, "2015", ""), "missing-year", Changes, 3, "when"),
        ["a change before the first year"] = new(Of(Changes, "2012", "2009"), "outside-window", Changes, 2, "when"),
        ["a change after the last year"] = new(Of(Changes, "2019", "2020"), "outside-window", Changes, 4, "when"),
        ["a change in words"] = new(Of(Changes, "2015", "last year"), "not-a-number", Changes, 3, "when"),
        ["a change of unknown type"] = new(Of(Changes, "organisation", "magic"), "unknown-code", Changes, 4, "type"),
        ["a change that earned"] = new(Of(Changes, "50000", "-50000"), "negative-cost", Changes, 2, "cost"),
        ["a change newer than the world"] = new(Of(Changes, ",2,3", ",5,3"), "outside-scale", Changes, 2, "novelty"),
        ["a change between two depths"] = new(Of(Changes, ",2,3", ",2,2.5"), "outside-scale", Changes, 2, "depth"),
        ["changes without first year"] = new(Of(Toml, "first_year = 2010\n", ""), "missing-key", Toml, null, "changes.first_year"),
        ["changes that end before they begin"] = new(
            Of(Toml, "last_year = 2019", "last_year = 2009"), "bad-range", Toml, null, "changes.last_year"),
        ["changes without a column of types"] = new(Of(Changes, ",type,", ",kind,"), "missing-column", Changes, 1, "type"),
        ["no file of changes"] = new(study => study.Delete(Changes), "missing-file", Changes),
    };

    private static Action<StudyFolder> Of(string file, string old, string by) => study => study.Replace(file, old, by);
}
