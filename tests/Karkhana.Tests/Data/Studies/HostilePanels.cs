namespace Karkhana.Tests.Data.Studies;

/// <summary>Studies whose workers by year, regions, or what the register says of starts and places are broken.</summary>
internal static class HostilePanels
{
    private const string Toml = "study.toml";
    private const string Panel = "panel.csv";
    private const string Programme = "programme.csv";
    private const string Regions = "regions.csv";
    private const string Firms = "firms.csv";

    public static IReadOnlyDictionary<string, HostileStudy> All { get; } = new Dictionary<string, HostileStudy>
    {
        ["a year of an unknown firm"] = new(Of(Panel, "F2,2010", "F9,2010"), "unknown-firm", Panel, 4, "id"),
        ["workers of no year"] = new(Of(Panel, "2015", ""), "missing-year", Panel, 3, "year"),
        ["workers of a year before years"] = new(Of(Panel, "2015", "1066"), "bad-year", Panel, 3, "year"),
        ["a firm twice in a year"] = new(Of(Panel, "2015", "2010"), "duplicate-year", Panel, 3, "year"),
        ["fewer than no workers in a year"] = new(Of(Panel, "5.5", "-5.5"), "negative-employment", Panel, 4, "workers"),
        ["a panel without workers"] = new(Of(Panel, "id,year,workers", "id,year,sales"), "missing-column", Panel, 1, "workers"),
        ["an unknown firm in a programme"] = new(Of(Programme, "F1,2014", "F9,2014"), "unknown-firm", Programme, 3, "id"),
        ["a firm twice in a programme"] = new(Of(Programme, "F1,2014", "F2,2014"), "duplicate-firm", Programme, 3, "id"),
        ["a start that is not said"] = new(Of(Programme, "F1,2014", "F1,"), "missing-year", Programme, 3, "since"),
        ["a start before years"] = new(Of(Programme, "F1,2014", "F1,1066"), "bad-year", Programme, 3, "since"),
        ["a programme without starts"] = new(Of(Programme, "id,since", "id,when"), "missing-column", Programme, 1, "since"),
        ["no file of years"] = new(study => study.Delete(Panel), "missing-file", Panel),
        ["a region without name"] = new(Of(Regions, "Sialkot", ""), "missing-id", Regions, 4, "district"),
        ["innovations taken back"] = new(Of(Regions, "27,3,40", "27,-3,40"), "negative-amount", Regions, 2, "patents"),
        ["an input below zero"] = new(Of(Regions, ",,8,0", ",,-8,0"), "negative-amount", Regions, 4, "staff"),
        ["an input in words"] = new(Of(Regions, ",,8,0", ",,few,0"), "not-a-number", Regions, 4, "staff"),
        ["regions without inputs"] = new(
            Of(Toml, "research = \"staff\"\nuniversity = \"teachers\"\n", ""), "missing-key", Toml, null, "regions.research"),
        ["fewer than no workers at the start"] = new(Of(Firms, "true,4,", "true,-4,"), "negative-employment", Firms, 2, "first"),
        ["a kind of place that is not one"] = new(Of(Firms, ",other town", ",seaside"), "unknown-code", Firms, 4, "setting"),
    };

    private static Action<StudyFolder> Of(string file, string old, string by) => study => study.Replace(file, old, by);
}
