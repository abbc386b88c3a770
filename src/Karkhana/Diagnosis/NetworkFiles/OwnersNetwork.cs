using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Results.Networks;
using Karkhana.Data.Studies;
using Karkhana.Data.Ties;

namespace Karkhana.Diagnosis.NetworkFiles;

/// <summary>The ties of a study with the ids of its firms, as its owner may see them.</summary>
/// <param name="Study">The study.</param>
/// <param name="Firms">Positions of the firms: every end of a tie, every respondent, every clustered firm of the industry.</param>
/// <param name="Ties">The reports that give a tie between two of them, each once per kind and wave with its greatest value.</param>
/// <param name="Reports">All reports of the kinds that are written.</param>
internal sealed record OwnersNetwork(Study Study, int[] Firms, IReadOnlyList<TieReport> Ties, TieReports Reports)
{
    /// <summary>Gets the number of ties with parties outside the register, which are left out.</summary>
    public int WithParties => Reports.Reports.Count(report => report.Value > 0 && !IsAmongFirms(Reports, report));

    /// <summary>Takes the ties of one kind, or of all.</summary>
    /// <exception cref="ArgumentException">The study has no ties, or none of this kind.</exception>
    public static OwnersNetwork Of(Study study, string? kind)
    {
        TieReports all = study.TieReports ?? new TieReports([], [], []);
        Require.That(all.Count > 0, "study", "must have ties ([ties] in study.toml); it has none");
        string? asked = kind is null ? null : TieKinds.Of(kind);
        Require.That(
            asked is null || all.Kinds.Contains(asked), "kind", $"must be a kind of tie of the study ({string.Join(", ", all.Kinds)}); it was {kind}");
        TieReports reports = asked is null ? all : all.OfKind(asked);
        TieReport[] ties =
        [
            .. reports.Reports.Where(report => report.Value > 0 && IsAmongFirms(reports, report))
                .GroupBy(report => (report.From, report.To, report.Kind, report.Wave)).Select(same => same.MaxBy(report => report.Value)!)
                .OrderBy(tie => tie.Wave).ThenBy(tie => tie.Kind, StringComparer.Ordinal).ThenBy(tie => tie.From).ThenBy(tie => tie.To),
        ];
        Focus focus = Focus.Of(study, concentration: null, asked: null);
        int[] firms =
        [
            .. ties.SelectMany(tie => new[] { tie.From, tie.To }).Concat(study.Survey?.Firms ?? []).Concat(focus.ClusteredFirms).Distinct().Order(),
        ];
        return new OwnersNetwork(study, firms, ties, reports);
    }

    /// <summary>Gives firms with what the register says of them, and ties with kind, value and wave.</summary>
    public NetworkTables ToTables()
    {
        FirmRegister register = Study.Firms;
        HashSet<int> answered = [.. Study.Survey?.Firms ?? []];
        IReadOnlyList<string> ids = register.Ids;
        List<Column> nodes = [Column.Of("id", Firms.Select(firm => (string?)ids[firm]))];
        AddText(nodes, "place", register.Places);
        AddText(nodes, "industry", register.Industries);
        AddNumber(nodes, "workers", register.Employment);
        AddNumber(nodes, "founded", register.Founded);
        AddNumber(nodes, "clustered", [.. register.Clustered.Select(inside => inside is null ? double.NaN : inside.Value ? 1.0 : 0)]);
        AddNumber(nodes, "latitude", register.Latitudes);
        AddNumber(nodes, "longitude", register.Longitudes);
        nodes.Add(Column.Of("answered", Firms.Select(answered.Contains)));
        List<Column> ties =
        [
            Column.Of("from", Ties.Select(tie => (string?)ids[tie.From])),
            Column.Of("to", Ties.Select(tie => (string?)ids[tie.To])),
            Column.Of("kind", Ties.Select(tie => (string?)tie.Kind)),
            Column.Of("value", Ties.Select(tie => tie.Value)),
            Column.Of("wave", Ties.Select(tie => tie.Wave)),
        ];
        return NetworkTables.Of(Marked("nodes", nodes, Firms.Length), Marked("ties", ties, Ties.Count));
    }

    private static bool IsAmongFirms(TieReports reports, TieReport report) => !reports.IsParty(report.From) && !reports.IsParty(report.To);

    private void AddText(List<Column> nodes, string name, string[] values)
    {
        if (values.Length > 0)
        {
            nodes.Add(Column.Of(name, Firms.Select(firm => values[firm].Length == 0 ? null : values[firm])));
        }
    }

    private void AddNumber(List<Column> nodes, string name, double[] values)
    {
        if (values.Length > 0)
        {
            nodes.Add(Column.Of(name, Firms.Select(firm => values[firm])));
        }
    }

    private Table Marked(string name, List<Column> columns, int rows) => Table.Of(
        name, Study.IsSynthetic ? [.. columns, Column.Of("synthetic", Enumerable.Repeat(true, rows))] : [.. columns]);
}
