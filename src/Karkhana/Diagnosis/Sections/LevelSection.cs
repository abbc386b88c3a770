using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What lies among firms of one place and what among places, and whether residuals of neighbours go together.</summary>
internal static class LevelSection
{
    private const string Claim = "advantage-profile";
    private const double Risk = 0.05;

    public static Section Compose(Findings findings)
    {
        if (findings.Integration?.Places is not { } models)
        {
            return new Section("levels", [new ParagraphBlock([Sentence.Of("levels.none")], Tone.Caution)]);
        }

        Block[] levels = models.Equations.Count == 0
            ? [new ParagraphBlock([Sentence.Of("levels.too_few")], Tone.Caution)]
            : [.. Levels(models.Equations)];
        return new Section("levels", [.. levels, .. Residuals(models.Residuals, findings)]);
    }

    private static IEnumerable<Block> Levels(IReadOnlyList<MultilevelModelResult> equations)
    {
        MultilevelModelResult first = equations[0];
        yield return new ParagraphBlock(
        [
            Sentence.Of(
                first.Estimator switch
                {
                    MultilevelEstimator.MixedModel => "levels.rule_mixed",
                    MultilevelEstimator.SmallSampleMixedModel => "levels.rule_small",
                    _ => "levels.rule_effects",
                },
                ("places", first.Places.Count)),
            .. equations.Select(equation => Sentence.Of(
                "levels.likeness", ("outcome", equation.Equation.Outcome), ("correlation", equation.IntraclassCorrelation),
                ("effective", equation.Firms.Count / Math.Max(1, equation.DesignEffect)), ("firms", equation.Firms.Count), ("places", equation.Places.Count))),
        ]);
        yield return Figure(equations);
        yield return Contextual(equations);
        yield return new ParagraphBlock([Sentence.Of("levels.caution"), .. Warned(equations)], Tone.Caution);
        yield return new TableBlock(Shown(TableRows.Joined("multilevel", [.. equations.Select(equation => equation.ToTable())])), Sentence.Of("levels.table"));
    }

    // What a reader compares; errors and what is the same in all rows are in the table of the results.
    private static Table Shown(Table table)
    {
        Table kept = TableRows.Where(table, row => table.Texts("term")[row] != "intercept");
        return Table.Of(table.Name,
        [
            kept["outcome"],
            Column.Of("term", kept.Texts("term").Select(term => (string?)Spaced(term!).Replace(":", " × ", StringComparison.Ordinal)), "Term", "Term and level."),
            .. new[] { "estimate", "conf_low", "conf_high", "p_value", "df", "share_measurement" }.Select(name => kept[name]),
        ]);
    }

    private static IEnumerable<Sentence> Warned(IReadOnlyList<MultilevelModelResult> equations) => equations
        .SelectMany(equation => equation.Notes).Where(note => note.Severity == Severity.Warning && note.Code != "number-of-places")
        .DistinctBy(note => note.Code).Select(note => Sentence.Of(note.Code switch
        {
            "means-of-few-firms" => "levels.means_of_few_firms",
            "no-variation" or "between-places-left-out" => "levels.left_out",
            _ => "levels.estimator_warns",
        }));

    private static Block Contextual(IReadOnlyList<MultilevelModelResult> equations)
    {
        (string Outcome, ContextualEffect Effect)[] all = [.. equations.SelectMany(equation => equation.ContextualEffects.Select(effect => (equation.Equation.Outcome, effect)))];
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. all.Select(row => row.Effect.PValue)]);
        Sentence[] found = [.. all.Where((_, i) => adjusted[i] <= Risk).Select((row, i) => Sentence.Of(
            row.Effect.Estimate > 0 ? "levels.contextual_more" : "levels.contextual_less",
            ("term", Spaced(row.Effect.Term)), ("outcome", row.Outcome), ("estimate", row.Effect.Estimate), ("low", row.Effect.ConfidenceLow),
            ("high", row.Effect.ConfidenceHigh)).Claiming(Claim))];
        return all.Length == 0 ? new ParagraphBlock([Sentence.Of("levels.contextual_untold")], Tone.Caution)
            : found.Length == 0 ? new ParagraphBlock([Sentence.Of("levels.contextual_none", ("terms", all.Length))], Tone.Finding)
            : new ListBlock(found);
    }

    private static FigureBlock Figure(IReadOnlyList<MultilevelModelResult> equations)
    {
        (string Term, string Level, CoefficientTable Table, int At)[] rows = [.. equations.SelectMany(equation => equation.Coefficients.Terms
            .Select((term, at) => (term, at))
            .Where(pair => !pair.term.Contains(':', StringComparison.Ordinal) && (Ends(pair.term, "within") || Ends(pair.term, "between")))
            .Select(pair => (
                $"{equation.Equation.Outcome} on {Spaced(pair.term[..pair.term.LastIndexOf('_')])}",
                Ends(pair.term, "within") ? "firms of one place" : "means of places", equation.Coefficients, pair.at)))];
        Table table = Table.Of(
            "multilevel_figure",
            Column.Of("term", rows.Select(row => (string?)row.Term), "Outcome and term", "What is explained by what."),
            Column.Of("estimate", rows.Select(row => row.Table.Estimates[row.At]), "Slope", "SD", "Standard deviations of the outcome."),
            Column.Of("conf_low", rows.Select(row => row.Table.ConfidenceLow[row.At]), "Low", "SD", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.Table.ConfidenceHigh[row.At]), "High", "SD", "Upper limit, 95 %."),
            Column.Of("model", rows.Select(row => (string?)row.Level), "Level", "Among firms of one place, or among places."));
        return new FigureBlock(
            "within_and_between_places", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = table },
            Sentence.Of("levels.caption"), Sentence.Of("levels.alt", ("slopes", rows.Length)));
    }

    private static IEnumerable<Block> Residuals(ResidualDependenceResult residuals, Findings findings)
    {
        if (residuals.Equations.Count == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("levels.residuals_untested")], Tone.Caution);
            yield break;
        }

        EquationDependence[] found = [.. residuals.Equations.Where(row => row.AdjustedPValue <= Risk)];
        bool inSpace = residuals.Equations.All(row => row.Errors == ErrorDependence.InSpace);
        yield return new ParagraphBlock(
            [
                found.Length == 0
                    ? Sentence.Of("levels.residuals_none", ("equations", residuals.Equations.Count), ("neighbours", residuals.Options.Neighbours))
                    : Sentence.Of(
                        "levels.residuals_found", ("equations", residuals.Equations.Count), ("found", found.Length),
                        ("neighbours", residuals.Options.Neighbours), ("most", found.Max(row => row.Moran))),
            ],
            Tone.Finding);
        if (found.Length > 0)
        {
            yield return new ParagraphBlock([Sentence.Of(
                inSpace || found.All(row => row.Errors == ErrorDependence.InSpace) ? "levels.residuals_allowed_for" : "levels.residuals_not_allowed_for",
                ("cutoff", new EquationOptions().CutoffKilometres))], Tone.Caution);
        }

        yield return new TableBlock(Summary(residuals, findings), Sentence.Of("levels.residuals_table"));
    }

    // By outcome and kind; each equation by itself is in the table of the results.
    private static Table Summary(ResidualDependenceResult residuals, Findings findings)
    {
        bool told = findings.Gate.Allows("cluster-raises-capability");
        (string Name, EquationDependence[] Rows)[] kinds = [.. residuals.Equations
            .Where(row => told || !row.Equation.Name.StartsWith("capability_gap", StringComparison.Ordinal))
            .GroupBy(row => row.Equation.Name, StringComparer.Ordinal).Select(group => (group.Key, group.ToArray()))];
        return Table.Of(
            "residual_dependence_kinds",
            Column.Of("equation", kinds.Select(kind => (string?)Spaced(kind.Name)), "Equation", "Kind of equation; one per advantage where it is asked of each."),
            Column.Of("equations", kinds.Select(kind => kind.Rows.Length), "Equations", "", "Equations of the kind."),
            Column.Of("found", kinds.Select(kind => kind.Rows.Count(row => row.AdjustedPValue <= Risk)), "Go together", "", "Equations whose neighbours' residuals go together, after correction."),
            Column.Of("estimate", kinds.Select(kind => kind.Rows.Max(row => row.Moran)), "Greatest I", "", "Greatest Moran's I.", recommended: true),
            Column.Of("p_value", kinds.Select(kind => kind.Rows.Min(row => row.AdjustedPValue)), "Least adjusted p", "", "Least p-value, corrected over all equations."));
    }

    private static bool Ends(string term, string level) => term.EndsWith("_" + level, StringComparison.Ordinal);

    private static string Spaced(string term) => term.Replace('_', ' ');
}
