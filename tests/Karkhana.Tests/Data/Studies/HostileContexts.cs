using Karkhana.Core.Errors;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Studies whose years, institutions or industries are broken; all begin from one that has them.</summary>
internal static class HostileContexts
{
    private const string Toml = "study.toml";
    private const string Firms = "firms.csv";
    private const string Institutions = "institutions.csv";
    private const string Industries = "industries.csv";

    public static IReadOnlyDictionary<string, HostileStudy> All { get; } = new Dictionary<string, HostileStudy>
    {
        ["founded after the year of the study"] = new(Of(Firms, "2016", "2021"), "bad-year", Firms, 3, "founded"),
        ["founded before 1800"] = new(Of(Firms, "1990", "1799"), "bad-year", Firms, 2, "founded"),
        ["founded within a year"] = new(Of(Firms, "1990", "1990.5"), "bad-year", Firms, 2, "founded"),
        ["a missing code for a year"] = new(Of(Firms, "1990", "9999"), "bad-year", Firms, 2, "founded"),
        ["a negative year"] = new(Of(Firms, "1990", "-1"), "bad-year", Firms, 2, "founded"),
        ["a date for a year"] = new(Of(Firms, "1990", "1990-05-01"), "not-a-number", Firms, 2, "founded"),
        ["closed before it was founded"] = new(Of(Firms, "1985,2018", "1985,1984"), "bad-year", Firms, 5, "closed"),
        ["closed after the year of the study"] = new(Of(Firms, "1985,2018", "1985,2030"), "bad-year", Firms, 5, "closed"),
        ["fewer than no workers earlier"] = new(Of(Firms, ",10\n", ",-10\n"), "negative-employment", Firms, 2, "workers_2010"),
        ["earlier workers in words"] = new(Of(Firms, ",10\n", ",ten\n"), "not-a-number", Firms, 2, "workers_2010"),
        ["no column of founding"] = new(Of(Firms, "founded", "started"), "missing-column", Firms, 1, "founded"),
        ["earlier workers of no year"] = new(Of(Toml, "earlier_year = 2010", ""), "missing-key", Toml, null, "firms.earlier_year"),
        ["earlier workers of a later year"] = new(
            Of(Toml, "earlier_year = 2010", "earlier_year = 2022"), "bad-year", Toml, null, "firms.earlier_year"),
        ["a year in quotation marks"] = new(Of(Toml, "year = 2020", "year = \"2020\""), "wrong-type", Toml, null, "study.year"),
        ["a year far from now"] = new(Of(Toml, "year = 2020", "year = 20200"), "bad-year", Toml, null, "study.year"),
        ["no file of institutions"] = new(study => study.Delete(Institutions), "missing-file", Institutions),
        ["no file of institutions named"] = new(Of(Toml, "file = \"institutions.csv\"", ""), "missing-key", Toml, null, "institutions.file"),
        ["institutions without a kind"] = new(Of(Toml, "kind = \"kind\"\n\n[industries]", "\n[industries]"), "missing-key", Toml, null, "institutions.kind"),
        ["an institution of unknown kind"] = new(Of(Institutions, "testing-laboratory", "lab"), "unknown-code", Institutions, 2, "kind"),
        ["an institution of no kind"] = new(Of(Institutions, "testing-laboratory", ""), "unknown-code", Institutions, 2, "kind"),
        ["an institution twice"] = new(Of(Institutions, "Market,", "Foundry laboratory,"), "duplicate-id", Institutions, 3, "name"),
        ["an institution without id"] = new(Of(Institutions, "Market,", ","), "missing-id", Institutions, 3, "name"),
        ["an institution without latitude"] = new(Of(Institutions, "32.5600", ""), "missing-coordinate", Institutions, 3, "lat"),
        ["an institution on another continent"] = new(
            Of(Institutions, "32.5600,74.0700", "-33.86,151.21"), "outside-area", Institutions, 3, "lon"),
        ["an institution with latitude and longitude exchanged"] = new(
            Of(Institutions, "32.5600,74.0700", "74.0700,32.5600"), "swapped-coordinates", Institutions, 3, "lon"),
        ["an institution at nought and nought"] = new(
            Of(Institutions, "32.5600,74.0700", "0,0"), "zero-coordinate", Institutions, 3, "lon"),
        ["an institution with an impossible latitude"] = new(
            Of(Institutions, "32.5600,74.0700", "195,74.0700"), "coordinate-out-of-range", Institutions, 3, "lat"),
        ["institutions with a header alone"] = new(study => study.Write(Institutions, "name,lat,lon,kind\n"), "no-rows", Institutions),
        ["planar institutions without a system"] = new(
            Of(Toml, "id = \"name\"\nlatitude = \"lat\"\nlongitude = \"lon\"", "id = \"name\"\nx = \"lon\"\ny = \"lat\""),
            "missing-key", Toml, null, "institutions.crs"),
        ["planar institutions in an unknown system"] = new(
            Of(Toml, "id = \"name\"\nlatitude = \"lat\"\nlongitude = \"lon\"", "id = \"name\"\nx = \"lon\"\ny = \"lat\"\ncrs = \"EPSG:1\""),
            "unknown-crs", Toml, null, "institutions.crs"),
        ["an unknown role"] = new(Of(Industries, "process-specialist", "helper"), "unknown-code", Industries, 3, "role"),
        ["an industry twice"] = new(Of(Industries, "01,,", "27,,"), "duplicate-id", Industries, 4, "trade"),
        ["an industry without name"] = new(Of(Industries, "01,,", ",,"), "missing-id", Industries, 4, "trade"),
        ["industries with a header alone"] = new(study => study.Write(Industries, "trade,group,role,stage\n"), "no-rows", Industries),
        ["industries without a column that is named"] = new(Of(Industries, ",stage", ",step"), "missing-column", Industries, 1, "stage"),
        ["an industry that the register does not have"] = new(
            study => study.Append(Industries, "99,,dealer,\n"), "unknown-industry", Industries, 5, "trade", Severity.Warning),
        ["a process specialist of no stage"] = new(
            Of(Industries, ",casting", ","), "missing-stage", Industries, 3, "trade", Severity.Warning),
    };

    private static Action<StudyFolder> Of(string file, string old, string by) => study => study.Replace(file, old, by);
}
