using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>Levers that are run together: a heat map of pairs, effects of a factorial with intervals, what each set gives.</summary>
internal static class CombinationSection
{
    private const int LeastForGrid = 3; // a single pair needs no grid
    private const int MostWithNumbers = 11; // above it a cell is too narrow for its number, which the table has

    private static readonly string[] SetColumns = ["policy", "cost", "estimate", "conf_low", "conf_high", "gain_over_run", "runs_better", "runs"];

    private static readonly string[] EffectColumns =
        ["policy", "gain_together", "gain_sum", "estimate", "conf_low", "conf_high", "simultaneous_low", "simultaneous_high", "runs_above", "runs", "verdict"];

    public static Section Compose(PolicyStudyResult result) => new("scenario_combinations", [.. Blocks(result.Simulation)]);

    private static IEnumerable<Block> Blocks(PolicySimulationResult simulation)
    {
        if (simulation.Combinations is not { } answer)
        {
            yield break;
        }

        yield return new ParagraphBlock(CombinationSentences.Of(simulation), Tone.Finding);
        if (answer.Pairs is { } pairs)
        {
            if (pairs.Policies.Count >= LeastForGrid)
            {
                yield return Grid(simulation, pairs);
            }

            yield return Effects(pairs, "scenarios.combinations_pairs_table");
        }

        if (answer.Factorial is { } factorial)
        {
            yield return Intervals(simulation, factorial);
            yield return Effects(factorial, "scenarios.combinations_factorial_table");
            yield return new ParagraphBlock([Sentence.Of("scenarios.combinations_units")]);
        }

        yield return Shown(CombinationTables.Sets(answer), SetColumns, "scenarios.combinations_sets");
    }

    private static TableBlock Effects(PolicyInteractionsResult design, string caption) => Shown(design.ToTable(), EffectColumns, caption);

    private static TableBlock Shown(Table table, string[] columns, string caption) =>
        new(Table.Of(table.Name, [.. columns.Select(column => table[column])]), Sentence.Of(caption));

    private static FigureBlock Grid(PolicySimulationResult simulation, PolicyInteractionsResult pairs)
    {
        PolicyInteraction[] all = [.. pairs.Effects];
        int digits = TypicalDecimals.Of([.. all.Select(pair => pair.Estimate)]);
        Table cells = Table.Of(
            "lever_pairs",
            Column.Of("row", all.Select(pair => (string?)simulation.NameOf(pair.Policies[1])), "With", "Id and name of one lever."),
            Column.Of("column", all.Select(pair => (string?)pair.Policies[0]), "Lever", "Id of the other."),
            Column.Of(
                "estimate", all.Select(pair => pair.Verdict == InteractionVerdict.CannotTell ? double.NaN : pair.Estimate), // chance gets no colour
                "Beyond the sum of gains", "", "Gain together less the sum of the gains alone, in mean capability; missing where the interval holds 0."),
            Column.Of("label", all.Select(pair => pairs.Policies.Count > MostWithNumbers ? "" : Label(pair, digits)), "Label", "Rounded; in brackets where the interval holds 0."));
        return new FigureBlock(
            "lever_pairs", FigureKind.HeatTable, new Dictionary<string, Table> { ["cells"] = cells }, Sentence.Of("scenarios.combinations_grid"),
            Sentence.Of("scenarios.combinations_grid_alt", ("pairs", all.Length)));
    }

    private static string? Label(PolicyInteraction pair, int digits)
    {
        string number = (Math.Round(pair.Estimate, digits) + 0.0).ToString(FormattableString.Invariant($"F{digits}"), CultureInfo.InvariantCulture); // no zero below zero
        return pair.Verdict == InteractionVerdict.CannotTell ? $"({number})" : number;
    }

    private static FigureBlock Intervals(PolicySimulationResult simulation, PolicyInteractionsResult factorial)
    {
        PolicyInteraction[] all = [.. factorial.Effects];
        Table coefficients = Table.Of(
            "lever_factorial",
            Column.Of("term", all.Select(effect => (string?)(effect.Order == 1 ? simulation.NameOf(effect.Id) : effect.Id)), "Levers", "Ids joined by +."),
            Column.Of("estimate", all.Select(effect => effect.Estimate), "Effect on mean capability", "", "Main effect or interaction, mean over the sets of the other levers."),
            Column.Of("conf_low", all.Select(effect => effect.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", all.Select(effect => effect.High), "High", "", "Upper limit, 95 %."),
            Column.Of("model", all.Select(effect => (string?)KindOf(effect.Order)), "Kind", "Main effect, or how many levers interact."));
        return new FigureBlock(
            "lever_factorial", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = coefficients },
            Sentence.Of("scenarios.combinations_effects"), Sentence.Of("scenarios.combinations_effects_alt", ("effects", all.Length)));
    }

    private static string KindOf(int order) => order switch
    {
        1 => "main effect",
        2 => "interaction of two",
        3 => "interaction of three",
        _ => "interaction of four",
    };
}
