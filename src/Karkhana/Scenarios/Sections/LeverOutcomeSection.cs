using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Policy;

namespace Karkhana.Scenarios.Sections;

/// <summary>The levers in order, gain against cost, with the mix of regimes before and after.</summary>
internal static class LeverOutcomeSection
{
    /// <summary>The levers that tables of the report show; all are in the folder of tables.</summary>
    private const int MostLevers = 3;

    public static Section Compose(PolicyStudyResult result) => new("scenario_levers", Blocks(result));

    public static IReadOnlyList<Block> Blocks(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        IReadOnlyList<Sentence> order = ScenarioSummary.Order(result);
        return
        [
            .. simulation.BelowMinimum is null
                ? new Block[] { new ParagraphBlock([order[0], order[1]], Tone.Finding), new ParagraphBlock([.. order.Skip(2)], Tone.Caution) }
                : [new ParagraphBlock(order, Tone.Caution)],
            TradeOff(simulation),
            new TableBlock(Ranked(result), Sentence.Of("scenarios.ranking_caption", ("spread", simulation.Comparison.Spread))),
            new TableBlock(Gains(simulation), Sentence.Of("scenarios.gains_caption")),
            new ParagraphBlock([Sentence.Of("scenarios.gain_of"), Sentence.Of("scenarios.end_of_horizon", ("horizon", simulation.Options.Model.Horizon))]),
            new TableBlock(Regimes(simulation), Sentence.Of("scenarios.regimes_caption")),
            new ParagraphBlock([Sentence.Of("scenarios.effort")]),
        ];
    }

    /// <summary>Keeps the rows of the first policies of the order, in that order, and the columns that people read.</summary>
    public static Table Leading(Table table, PolicySimulationResult simulation, params IReadOnlyList<string> columns)
    {
        Table[] parts = [.. simulation.Shown.Take(MostLevers).Select(policy => TableRows.Where(
            table, row => (string)table["policy"][row]! == policy.Effect.Scenario && !double.IsNaN(table.Numbers("estimate")[row])))];
        Table joined = TableRows.Joined(table.Name, parts);
        return Table.Of(table.Name, [.. columns.Select(column => joined[column])]);
    }

    /// <summary>Gives the order as people read it.</summary>
    public static Table Ranked(PolicyStudyResult result, Func<LeverRow, bool>? among = null)
    {
        PolicySimulationResult simulation = result.Simulation;
        LeverRow[] levers = [.. LeverRow.Of(simulation).Where(lever => among?.Invoke(lever) ?? true)];
        (double unit, string money) = MoneyOf(simulation, levers.Where(lever => lever.IsPriced).Select(lever => lever.Cost.Estimate));
        (double large, string largeMoney) = MoneyOf(simulation, levers.Select(lever => lever.Cost.Cost));
        double[] prices = [.. levers.Select(lever => lever.Cost.Estimate / unit)];
        int priceDigits = TypicalDecimals.Of(prices);
        return Table.Of(
            "policy_order",
            Column.Of("rank", levers.Select(lever => simulation.BelowMinimum is null ? lever.Ranked.Rank : double.NaN), "Place", "", "By cost per gain; policies without a gain come last. None where the study may not rank levers."),
            Column.Of("policy_name", levers.Select(lever => (string?)lever.Name), "Lever", "Id and name."),
            Column.Of("estimate", prices, "Cost per 0.1 SD", money, "Cost of a gain of 0.1 standard deviations of capability in a firm: a rate, also where no firm gains as much.", recommended: true),
            Column.Of("interval", levers.Select((lever, i) => lever.IsPriced ? Interval(lever.Cost.Low / unit, lever.Cost.High / unit, TypicalDecimals.InRow(prices[i], priceDigits)) : Words.Spaced(lever.Cost.State)), "95 % interval", "Of the cost per gain (Fieller)."),
            Column.Of("cost", levers.Select(lever => lever.Cost.Cost / large), "Cost", largeMoney, "Mean cost over the run."),
            Column.Of("gain_sd", levers.Select(lever => lever.Effect.StandardizedGain), "Gain in SD", "", "Gain in standard deviations of capability between firms."),
            Column.Of("reaches", levers.Select(lever => result.ShareReachingStep(lever.Effect.Scenario)), "Reaches 0.1 SD in", "share", "Share of the draws of parameters in which the mean gain is 0.1 standard deviations or more; elsewhere the cost is a rate beyond what was seen."),
            Column.Of("firms", levers.Select(lever => lever.Effect.FirmsReached), "Firms that took part", "", "Mean over runs."),
            Column.Of("better", levers.Select(lever => (string?)OfRuns(lever.Effect.BetterThanNothing)), "Beats nothing", "In how many runs it is better than doing nothing."),
            Column.Of("settled", levers.Select(lever => Told(simulation, lever.Ranked)), "Told from next", "Whether the interval of its margin over the next in the order lies above 0; nothing follows the last."));
    }

    /// <summary>Gives the gains as people read them, each with limits of its own and with limits that hold for all levers at once.</summary>
    public static Table Gains(PolicySimulationResult simulation)
    {
        LeverRow[] levers = LeverRow.Of(simulation);
        double[] gains = [.. levers.Select(lever => lever.Effect.Gain)];
        int digits = TypicalDecimals.Of(gains);
        return Table.Of(
            "policy_gains",
            Column.Of("policy_name", levers.Select(lever => (string?)lever.Name), "Lever", "Id and name."),
            Column.Of("gain", gains, "Gain", "", "Mean paired difference of mean capability to doing nothing, in the last quarter.", recommended: true),
            Column.Of("gain_interval", levers.Select(lever => (string?)Interval(lever.Effect.Low, lever.Effect.High, GainDigits(lever, digits))), "95 % interval", "Over runs and parameter draws."),
            Column.Of("together", levers.Select(lever => (string?)Interval(lever.Effect.SimultaneousLow, lever.Effect.SimultaneousHigh, GainDigits(lever, digits))), "95 % for all levers at once", "Limits that hold for the gains of all levers together."),
            Column.Of("gain_over_run", levers.Select(lever => lever.Effect.GainOverRun), "Gain, all quarters", "", "The same difference as a mean over all quarters."),
            Column.Of("total_change", levers.Select(lever => lever.Effect.TotalChange), "Change of all", "", "Change of the mean over all firms at the end, which firms that come and leave move too."),
            Column.Of("next", levers.Select(lever => (string?)$"{OfRuns(lever.Effect.BetterThanNextCheapest)} ({lever.Effect.NextCheapest})"), "Beats next in total cost", "In how many runs it gains more than the policy of the next lower total cost, and which that is."));
    }

    private static int GainDigits(LeverRow lever, int column) => TypicalDecimals.WithLimits(
        lever.Effect.Gain, [lever.Effect.Low, lever.Effect.High, lever.Effect.SimultaneousLow, lever.Effect.SimultaneousHigh], column);

    private static string? Told(PolicySimulationResult simulation, RankedPolicy ranked) =>
        simulation.BelowMinimum is not null || double.IsNaN(ranked.MarginToNext) ? null : ranked.IsSettled ? "yes" : "no";

    /// <summary>Gives a unit of money in which amounts are short.</summary>
    public static (double Unit, string Words) MoneyOf(PolicySimulationResult simulation, IEnumerable<double> amounts)
    {
        double most = amounts.DefaultIfEmpty(0).Max();
        (double unit, string words) = most >= 1e7 ? (1e6, "million ") : most >= 1e4 ? (1e3, "thousand ") : (1, "");
        return (unit, words + simulation.Currency);
    }

    /// <summary>Gives the shares of firms by regime when policies start and at the end, a row per scenario.</summary>
    private static Table Regimes(PolicySimulationResult simulation)
    {
        LearningRegime[] regimes = Enum.GetValues<LearningRegime>();
        string[] ids = [simulation.Comparison.Baseline, .. simulation.Shown.Take(MostLevers).Select(policy => policy.Effect.Scenario)];
        return Table.Of(
            "policy_regime_mix",
            [
                Column.Of(
                    "scenario", ids.Select(id => (string?)(id == simulation.Comparison.Baseline ? "At the end, nothing done" : $"At the end, {simulation.NameOf(id)}"))
                        .Prepend("When policies start"), "When", "When, and with which policy."),
                .. regimes.Select(regime => Column.Of(
                    Words.Of(regime), ids.Select(id => RegimeMix.After(simulation, id, regime)).Prepend(simulation.Ranking.RegimeMix[regime]),
                    Words.Spaced(regime), "share", "Share of the firms, mean over runs.")),
            ]);
    }

    private static string Interval(double low, double high, int decimals)
    {
        if (double.IsNaN(low) || double.IsNaN(high))
        {
            return "without bounds"; // Fieller's set, where the gain is hardly told from 0
        }

        string form = string.Create(CultureInfo.InvariantCulture, $"N{decimals}");
        return $"{Text(low)}\u00a0to\u00a0{Text(high)}";

        string Text(double value) => (Math.Round(value, decimals) + 0.0).ToString(form, CultureInfo.InvariantCulture); // no zero below zero
    }

    private static string OfRuns(ShareOfRuns share) => FormattableString.Invariant($"{share.Count}/{share.Runs}");

    // Points that lie close would bury each other's letters: the one with the greater gain carries the names of all.
    private static string?[] Labels(LeverRow[] levers)
    {
        const double Near = 0.055;
        double[] across = [.. levers.Select(lever => Math.Log(Math.Max(1, lever.Cost.Cost)))];
        double[] up = [.. levers.Select(lever => lever.Effect.Gain)];
        double width = Math.Max(1e-12, across.Max() - across.Min());
        double height = Math.Max(1e-12, up.Max() - Math.Min(0, up.Min()));
        List<List<int>> together = [];
        foreach (int lever in Enumerable.Range(0, levers.Length).OrderByDescending(i => up[i]))
        {
            List<int>? near = together.Find(others => Math.Abs(across[lever] - across[others[0]]) <= Near * width && Math.Abs(up[lever] - up[others[0]]) <= Near * height);
            if (near is null)
            {
                together.Add([lever]);
            }
            else
            {
                near.Add(lever);
            }
        }

        string[] labels = new string[levers.Length];
        Array.Fill(labels, "");
        together.ForEach(group => labels[group[0]] = string.Join(", ", group.Select(lever => levers[lever].Effect.Scenario)));
        return labels;
    }

    private static FigureBlock TradeOff(PolicySimulationResult simulation)
    {
        LeverRow[] levers = LeverRow.Of(simulation);
        (double unit, string money) = MoneyOf(simulation, levers.Select(lever => lever.Cost.Cost));
        Table points = Table.Of(
            "tradeoff",
            Column.Of("label", Labels(levers), "Policy", "Id of the policy, and of others that lie on it; none where it lies on another."),
            Column.Of("term", levers.Select(lever => (string?)lever.Name), "Lever", "Id and name."),
            Column.Of("x", levers.Select(lever => lever.Cost.Cost / unit), "Cost", money, "Mean cost over the run."),
            Column.Of("x_low", levers.Select(lever => lever.Effect.CostLow > 0 ? lever.Effect.CostLow / unit : double.NaN), "Cost, low", money, "Lower limit of the mean cost, 95 %; missing where it is 0."),
            Column.Of("x_high", levers.Select(lever => lever.Effect.CostHigh / unit), "Cost, high", money, "Upper limit of the mean cost."),
            Column.Of("estimate", levers.Select(lever => lever.Effect.Gain), "Gain in mean capability", "", "Mean paired difference to doing nothing."),
            Column.Of("conf_low", levers.Select(lever => lever.Effect.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", levers.Select(lever => lever.Effect.High), "High", "", "Upper limit."),
            Column.Of("group", levers.Select(lever => (string?)(lever.IsPriced ? "gain" : Words.Spaced(lever.Cost.State))), "In the model", "Whether the interval of the gain lies above 0, holds it, or lies below, or no firm took part."));
        return new FigureBlock(
            "lever_tradeoff", FigureKind.TradeOff, new Dictionary<string, Table> { ["points"] = points }, Sentence.Of("scenarios.tradeoff_caption"),
            Sentence.Of("scenarios.tradeoff_alt", ("levers", levers.Length)));
    }
}
