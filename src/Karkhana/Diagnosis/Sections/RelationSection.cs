using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What goes with a role in the knowledge network, between whom knowledge is passed on, and whether firms take after their peers.</summary>
internal static class RelationSection
{
    private const string Claim = "advantage-profile";
    private const double Risk = 0.05;

    public static Section Compose(Findings findings)
    {
        if (findings.Integration?.Knowledge is not { } models)
        {
            return new Section("relations", [new ParagraphBlock([Sentence.Of("relations.none")], Tone.Caution)]);
        }

        return new Section("relations", [.. Roles(models), .. Determinants(models, findings), .. Ties(models), .. Peers(models)]);
    }

    private static IEnumerable<Block> Roles(KnowledgeModels models)
    {
        RoleCapabilityResult roles = models.Capability;
        if (roles.Roles is not { } plain)
        {
            yield return new ParagraphBlock([Sentence.Of("relations.roles_refused")], Tone.Caution);
            yield break;
        }

        string baseRole = Spaced(roles.Counts[0].Role);
        LearningFit[] equations = [.. new[] { plain, roles.RolesAndDegrees }.OfType<LearningFit>()];
        (string Role, CoefficientTable Table, int At)[] clear = [.. Named(plain).Where(row => IsClear(plain.Coefficients, row.At)).Select(row => (row.Role, plain.Coefficients, row.At))];
        yield return new ParagraphBlock(
            clear.Length == 0
                ? [Sentence.Of("relations.roles_unclear", ("base", baseRole)).Claiming(Claim)]
                : [.. clear.Select(row => Sentence.Of(
                    row.Table.Estimates[row.At] > 0 ? "relations.role_more" : "relations.role_less",
                    ("role", row.Role), ("base", baseRole), ("estimate", Math.Abs(row.Table.Estimates[row.At])),
                    ("low", row.Table.ConfidenceLow[row.At]), ("high", row.Table.ConfidenceHigh[row.At])).Claiming(Claim))],
            Tone.Finding);
        yield return Figure(equations, baseRole);
        yield return new ParagraphBlock(
        [
            Sentence.Of("relations.roles_reading", ("firms", plain.Firms.Count), ("base", baseRole)),
            Sentence.Of(models.WithinPlaces ? "relations.within_places" : "relations.between_places"),
            Sentence.Of("relations.roles_caution"),
        ]);
    }

    private static IEnumerable<Block> Determinants(KnowledgeModels models, Findings findings)
    {
        RoleDeterminantsResult determinants = models.Determinants;
        if (determinants.Pooled is null)
        {
            yield return new ParagraphBlock([Sentence.Of("relations.determinants_refused")], Tone.Caution);
            yield break;
        }

        Table table = KnowledgeModels.WithAdjusted(determinants.ToTable());
        string baseRole = Spaced(determinants.Counts[0].Role);
        int[] found = Found(table);
        yield return found.Length == 0
            ? new ParagraphBlock([Sentence.Of("relations.determinants_none", ("base", baseRole))], Tone.Finding)
            : new ListBlock([.. found.Select(row =>
            {
                string[] parts = table.Texts("term")[row]!.Split(": ");
                return Sentence.Of(
                    table.Numbers("estimate")[row] > 0 ? "relations.determinants_more" : "relations.determinants_less",
                    ("term", EstimateSection.ControlName(parts[1], findings)), ("role", Spaced(parts[0])), ("base", baseRole),
                    ("ratio", table.Numbers("relative_risk_ratio")[row]), ("p", SummarySection.PValue(table.Numbers("adjusted_p_value")[row]))).Claiming(Claim);
            })]);
        yield return new TableBlock(Shown(table, findings), Sentence.Of("relations.determinants_table", ("base", baseRole), ("firms", determinants.Firms.Count)));
    }

    // What a reader compares; errors, degrees of freedom and constants are in the table of the results.
    private static Table Shown(Table table, Findings findings)
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => !double.IsNaN(table.Numbers("adjusted_p_value")[row]))];
        string[][] parts = [.. rows.Select(row => table.Texts("term")[row]!.Split(": "))];
        Column Numbers(string name) => Column.Of(name, rows.Select(row => table.Numbers(name)[row]), table[name].Label, "", table[name].Description);
        return Table.Of(
            table.Name,
            Column.Of("role", parts.Select(part => (string?)Spaced(part[0])), "Role", "Role in the knowledge network."),
            Column.Of("term", parts.Select(part => (string?)EstimateSection.ControlName(part[1], findings)), "Trait", "Trait of the firm."),
            Column.Of(
                "relative_risk_ratio", rows.Select(row => table.Numbers("relative_risk_ratio")[row]), table["relative_risk_ratio"].Label, "",
                table["relative_risk_ratio"].Description, recommended: true),
            Column.Of("ratio_low", rows.Select(row => Math.Exp(table.Numbers("conf_low")[row])), "Low", "", "Lower limit of the ratio, 95 %."),
            Column.Of("ratio_high", rows.Select(row => Math.Exp(table.Numbers("conf_high")[row])), "High", "", "Upper limit of the ratio, 95 %."),
            Numbers("p_value"), Numbers("adjusted_p_value"));
    }

    private static IEnumerable<Block> Ties(KnowledgeModels models)
    {
        Table table = KnowledgeModels.WithAdjusted(models.TiesTable());
        if (table.RowCount == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("relations.ties_none")], Tone.Caution);
            yield break;
        }

        int[] found = Found(table);
        yield return found.Length == 0
            ? new ParagraphBlock([Sentence.Of("relations.ties_unclear", ("places", Places(models)))], Tone.Finding)
            : new ListBlock([.. found.Select(row => Sentence.Of(
                table.Numbers("estimate")[row] > 0 ? "relations.ties_more" : "relations.ties_less",
                ("place", table.Texts("place")[row]!), ("term", TermOf(table.Texts("term")[row]!)), ("ratio", table.Numbers("odds_ratio")[row]),
                ("p", SummarySection.PValue(table.Numbers("adjusted_p_value")[row]))).Claiming(Claim))]);
        yield return new ParagraphBlock([Sentence.Of("relations.ties_reading", ("places", Places(models)))]);
        yield return new TableBlock(
            Table.Of(table.Name, [.. table.Columns.Select(column => column.Name == "term"
                ? Column.Of("term", table.Texts("term").Select(term => (string?)TermOf(term!)), column.Label, column.Description)
                : column)]),
            Sentence.Of("relations.ties_table"));
    }

    private static IEnumerable<Block> Peers(KnowledgeModels models)
    {
        PeerEffectsReport peers = models.Peers;
        if (peers.Refusal != PeerRefusal.None)
        {
            yield return new ParagraphBlock(
                [Sentence.Of(
                    peers.Refusal switch
                    {
                        PeerRefusal.Response => "relations.peers_response",
                        PeerRefusal.Firms => "relations.peers_firms",
                        PeerRefusal.Rank => "relations.peers_rank",
                        _ => "relations.peers_explosive",
                    },
                    ("response", peers.Response), ("rank", peers.Rank))],
                Tone.Caution);
            yield break;
        }

        CoefficientTable table = peers.Regression!.TwoStage.Coefficients;
        int at = table.Find("peers_" + Constructs.Capability);
        yield return new ParagraphBlock(
            [
                Sentence.Of(
                    IsClear(table, at) ? "relations.peers_found" : "relations.peers_unclear", ("estimate", table.Estimates[at]),
                    ("low", table.ConfidenceLow[at]), ("high", table.ConfidenceHigh[at]), ("firms", peers.Firms.Count)).Claiming("peer-effects"),
                Sentence.Of("relations.peers_caution").Claiming("peer-effects"),
            ],
            Tone.Finding);
    }

    private static string Places(KnowledgeModels models) =>
        string.Join(", ", models.Ties.Where(place => place.Ties.Regression is not null).Select(place => place.Place.Length == 0 ? "the whole network" : place.Place));

    private static int[] Found(Table table) =>
        [.. Enumerable.Range(0, table.RowCount).Where(row => table.Numbers("adjusted_p_value")[row] <= Risk)];

    private static bool IsClear(CoefficientTable table, int at) => table.ConfidenceLow[at] > 0 || table.ConfidenceHigh[at] < 0;

    private static IEnumerable<(string Role, int At)> Named(LearningFit fit) => fit.Coefficients.Terms
        .Select((term, at) => (term, at)).Where(pair => pair.term.StartsWith("role_", StringComparison.Ordinal))
        .Select(pair => (Spaced(pair.term["role_".Length..]), pair.at));

    private static FigureBlock Figure(LearningFit[] equations, string baseRole)
    {
        (string Term, string Model, CoefficientTable Table, int At)[] rows = [.. equations.SelectMany((fit, equation) => fit.Coefficients.Terms
            .Select((term, at) => (term, at))
            .Where(pair => pair.term.StartsWith("role_", StringComparison.Ordinal) || pair.term.StartsWith("ties_", StringComparison.Ordinal))
            .Select(pair => (Label(pair.term), equation == 0 ? "roles" : "roles, ties held equal", fit.Coefficients, pair.at)))];
        Table table = Table.Of(
            "role_capability_figure",
            Column.Of("term", rows.Select(row => (string?)row.Term), "Role or ties", "Role, or number of ties."),
            Column.Of("estimate", rows.Select(row => row.Table.Estimates[row.At]), "Capability", "SD", "Standard deviations of capability."),
            Column.Of("conf_low", rows.Select(row => row.Table.ConfidenceLow[row.At]), "Low", "SD", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.Table.ConfidenceHigh[row.At]), "High", "SD", "Upper limit, 95 %."),
            Column.Of("model", rows.Select(row => (string?)row.Model), "Equation", "Without or with the number of ties."));
        return new FigureBlock(
            "role_capability", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = table },
            Sentence.Of("relations.roles_caption", ("base", baseRole)), Sentence.Of("relations.roles_alt", ("roles", rows.Select(row => row.Term).Distinct().Count())));
    }

    private static string Label(string term) => term.StartsWith("role_", StringComparison.Ordinal) ? Spaced(term["role_".Length..]) : Spaced(term);

    private static string TermOf(string term) => term switch
    {
        "absorptive_capacity_difference" => "difference in absorptive capacity",
        "absorptive_capacity_sum" => "sum of absorptive capacity",
        "distance_km" => "distance (km)",
        _ => term.StartsWith("tie_", StringComparison.Ordinal) ? $"tie of kind {term["tie_".Length..]}" : Spaced(term),
    };

    private static string Spaced(string term) => term.Replace('_', ' ');
}
