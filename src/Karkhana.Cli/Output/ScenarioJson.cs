using System.Text.Json.Nodes;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Policy;
using Karkhana.Scenarios;

namespace Karkhana.Cli.Output;

/// <summary>The answer of a simulation for programs.</summary>
internal static class ScenarioJson
{
    public static JsonObject Of(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        return new JsonObject
        {
            ["firms"] = simulation.Firms,
            ["currency"] = simulation.Currency,
            ["replicates"] = simulation.Options.Replicates,
            ["parameter_draws"] = simulation.Parameters.Parameters.Count,
            ["horizon"] = simulation.Options.Model.Horizon,
            ["calibrated"] = simulation.Calibration is not null,
            ["hold_out"] = simulation.HeldOut is { } place ? HoldOut(place) : null,
            ["regime_mix"] = new JsonObject(simulation.Ranking.RegimeMix.Select(
                pair => KeyValuePair.Create(Words.Of(pair.Key), (JsonNode?)JsonValue.Create(pair.Value)))),
            ["below_minimum"] = simulation.BelowMinimum is { } withheld ? Withheld(withheld) : null,
            ["spread"] = Number(simulation.Comparison.Spread),
            ["levers"] = new JsonArray([.. simulation.Shown.Select(ranked => (JsonNode)Lever(result, ranked))]),
            ["overturn"] = new JsonArray([.. (simulation.BelowMinimum is null ? result.Overturns : []).Select(search => (JsonNode)new JsonObject
            {
                ["policy"] = search.First,
                ["against"] = search.Against,
                ["draws_overturned"] = search.Overturned,
                ["draws"] = search.Draws,
                ["box_parameters"] = Names(search.BoxParameters),
                ["tree_parameters"] = Names(search.TreeParameters),
                ["overlap"] = Number(search.Overlap),
            })]),
            ["sensitivity"] = simulation.BelowMinimum is null && result.Variance is { } variance ? Sensitivity(variance) : null,
            ["combinations"] = simulation.Combinations is { } together ? Combinations(together) : null,
            ["budget"] = simulation is { BelowMinimum: null, Budget: { } answer } ? Budget(answer) : null,
            ["notes"] = new JsonArray([.. simulation.Notes.Select(note => (JsonNode)new JsonObject { ["code"] = note.Code, ["message"] = note.Text })]),
        };
    }

    private static JsonObject HoldOut(HeldOutPlace place) => new()
    {
        ["place"] = place.Place,
        ["firms"] = place.Firms,
        ["respondents"] = place.Respondents,
        ["observables"] = place.Checks.Count,
        ["reproduced"] = place.Checks.Count(check => check.Reproduced),
    };

    private static JsonObject Lever(PolicyStudyResult result, RankedPolicy ranked)
    {
        PolicySimulationResult simulation = result.Simulation;
        PolicyEffect effect = ranked.Effect;
        return new JsonObject
        {
            ["rank"] = simulation.BelowMinimum is null ? ranked.Rank : null,
            ["policy"] = effect.Scenario,
            ["name"] = simulation.Policies.Find(effect.Scenario)?.Intervention.Title,
            ["gain"] = Interval(effect.Gain, effect.Low, effect.High),
            ["gain_together"] = Interval(effect.Gain, effect.SimultaneousLow, effect.SimultaneousHigh),
            ["gain_sd"] = Number(effect.StandardizedGain),
            ["draws_reaching_step"] = Number(result.ShareReachingStep(effect.Scenario)),
            ["firms_reached"] = Number(effect.FirmsReached),
            ["gain_over_run"] = Interval(effect.GainOverRun, effect.GainOverRunLow, effect.GainOverRunHigh),
            ["cost"] = Number(effect.CostPerGain.Cost),
            ["cost_per_gain"] = Interval(effect.CostPerGain.Estimate, effect.CostPerGain.Low, effect.CostPerGain.High),
            ["state"] = Words.Of(effect.CostPerGain.State),
            ["better_than_nothing"] = Share(effect.BetterThanNothing),
            ["next_cheapest"] = effect.NextCheapest,
            ["better_than_next_cheapest"] = Share(effect.BetterThanNextCheapest),
            ["settled"] = simulation.BelowMinimum is not null || double.IsNaN(ranked.MarginToNext) ? null : ranked.IsSettled,
        };
    }

    // With too little data levers have no order: they stand by their ids.
    private static JsonObject Withheld(ClaimDecision decision) => new()
    {
        ["message"] = "The study is below the minimum for an order of levers: they stand by their ids, and no lever is to be preferred for what the model gives.",
        ["missing"] = new JsonArray([.. decision.Missing.Select(gap => (JsonNode)new JsonObject
        {
            ["what"] = gap.Need.What,
            ["at_least"] = Number(gap.Need.AtLeast),
            ["found"] = Number(gap.Found),
        })]),
    };

    private static JsonObject Budget(BudgetAnswer answer) => new()
    {
        ["budget"] = answer.Budget,
        ["policies"] = new JsonArray([.. answer.Choice.Portfolio.Policies.Select(policy => (JsonNode)JsonValue.Create(policy.Id))]),
        ["cost"] = Number(answer.Choice.Portfolio.Cost),
        ["left"] = Number(answer.Left),
        ["levers_searched"] = answer.Considered,
        ["most_levers"] = answer.MostPolicies,
        ["simulated"] = Sets(answer.Comparison?.Effects ?? []),
    };

    private static JsonObject Combinations(CombinationAnswer answer) => new()
    {
        ["sets"] = Sets(answer.Comparison.Effects),
        ["pairs"] = answer.Pairs is { } pairs ? Effects(pairs) : null,
        ["factorial"] = answer.Factorial is { } factorial ? Effects(factorial) : null,
    };

    private static JsonArray Effects(PolicyInteractionsResult design) => new([.. design.Effects.Select(effect => (JsonNode)new JsonObject
    {
        ["policies"] = Names(effect.Policies),
        ["gain_together"] = Number(effect.Together),
        ["sum_of_gains"] = Number(effect.SumOfGains),
        ["effect"] = Interval(effect.Estimate, effect.Low, effect.High),
        ["effect_together"] = Interval(effect.Estimate, effect.SimultaneousLow, effect.SimultaneousHigh),
        ["above_zero"] = Share(effect.RunsAbove),
        ["in_the_model"] = effect.InWords,
    })]);

    private static JsonArray Sets(IReadOnlyList<PolicyEffect> effects) => new([.. effects.Select(effect => (JsonNode)new JsonObject
    {
        ["policies"] = effect.Scenario,
        ["cost"] = Number(effect.CostPerGain.Cost),
        ["gain"] = Interval(effect.Gain, effect.Low, effect.High),
        ["gain_over_run"] = Interval(effect.GainOverRun, effect.GainOverRunLow, effect.GainOverRunHigh),
        ["better_than_nothing"] = Share(effect.BetterThanNothing),
    })]);

    private static JsonObject Sensitivity(GainVarianceResult variance) => new()
    {
        ["policy"] = variance.Policy,
        ["base_points"] = variance.Points,
        ["runs"] = variance.Runs,
        ["settled"] = variance.IsSettled,
        ["parameters"] = new JsonArray([.. variance.Indices.Variables.Select((name, i) => (JsonNode)new JsonObject
        {
            ["parameter"] = name,
            ["total"] = Interval(variance.Indices.Total[i], variance.Indices.TotalConfLow[i], variance.Indices.TotalConfHigh[i]),
            ["first_order"] = Interval(variance.Indices.FirstOrder[i], variance.Indices.FirstOrderConfLow[i], variance.Indices.FirstOrderConfHigh[i]),
        })]),
        ["notes"] = Names([.. variance.Notes.Select(note => note.Text)]),
    };

    private static JsonArray Names(IReadOnlyList<string> names) => new([.. names.Select(name => (JsonNode)JsonValue.Create(name))]);

    private static JsonObject Interval(double estimate, double low, double high) =>
        new() { ["estimate"] = Number(estimate), ["low"] = Number(low), ["high"] = Number(high) };

    private static JsonObject Share(ShareOfRuns share) => new()
    {
        ["count"] = share.Count,
        ["runs"] = share.Runs,
        ["low"] = Number(share.Low),
        ["high"] = Number(share.High),
    };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
