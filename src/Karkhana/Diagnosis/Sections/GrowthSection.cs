using Karkhana.Core.Documents;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Growth and entry of firms, and innovations of regions.</summary>
internal static class GrowthSection
{
    private const string SpilloverClaim = "advantage-profile";

    public static Section Compose(Findings findings)
    {
        List<Block> blocks = [];
        if (findings.Growth is { } models)
        {
            blocks.AddRange(Growth(models));
            blocks.AddRange(Production(models));
        }

        return new Section(
            "growth", [.. blocks.Count == 0 ? [new ParagraphBlock([Sentence.Of("growth.none")], Tone.Caution)] : blocks, .. Spillovers(findings.Spillovers)]);
    }

    private static IEnumerable<Block> Growth(GrowthModels models)
    {
        if (models.GrowthReason is { } reason)
        {
            yield return new ParagraphBlock([Sentence.Of("growth.refused", ("reason", reason))], Tone.Caution);
        }

        if (models.Growth is not { } growth)
        {
            yield break;
        }

        if (growth.Growth is { } grown)
        {
            yield return Said(grown, ("growth.grown", "growth.grown_unclear"), growth.GrowthRows);
        }

        if (growth.Entry is { } entered)
        {
            yield return Said(entered, ("growth.entered", "growth.entered_unclear"), growth.EntryRows);
        }

        yield return new ParagraphBlock([Sentence.Of("growth.caution")], Tone.Caution);
    }

    private static IEnumerable<Block> Production(GrowthModels models)
    {
        if (models.ProductionReason is { } reason)
        {
            yield return new ParagraphBlock([Sentence.Of("growth.refused", ("reason", reason))], Tone.Caution);
        }

        if (models.Production is not { } production)
        {
            yield break;
        }

        yield return new ListBlock([.. Terms(production.Counts).Select(at => Sentence.Of(
            IsClear(production.Counts, at) ? "growth.production" : "growth.production_unclear",
            ("input", Input(production.Counts.Terms[at])), ("estimate", production.Counts.Estimates[at]),
            ("low", production.Counts.ConfidenceLow[at]), ("high", production.Counts.ConfidenceHigh[at]), ("rows", production.CountRows)))]);
        yield return new ParagraphBlock([Sentence.Of("growth.production_caution")], Tone.Caution);
    }

    private static IEnumerable<Block> Spillovers(ResearchSpilloversResult? result)
    {
        SpilloverProximity told = result?.Of(SpilloverProximity.Joint) is null ? SpilloverProximity.Technology : SpilloverProximity.Joint;
        if (result?.Of(told) is not { } found)
        {
            yield break;
        }

        yield return new ListBlock([Sentence.Of(
            found.Elasticity.IsClear ? "growth.spillover" : "growth.spillover_unclear",
            ("alike", told == SpilloverProximity.Joint ? "near and capable of the same functions" : "capable of the same functions"),
            ("held", result.Holds(SpilloverInput.Workers) ? "own effort and size" : "own effort"),
            ("estimate", found.Elasticity.Estimate), ("low", found.Elasticity.Low), ("high", found.Elasticity.High), ("firms", found.Firms)).Claiming(SpilloverClaim)]);
        yield return new ParagraphBlock([Sentence.Of("growth.spillover_caution").Claiming(SpilloverClaim)], Tone.Caution);
    }

    private static ListBlock Said(CoefficientTable table, (string Clear, string Unclear) keys, int rows) => new([.. Terms(table).Select(at => Sentence.Of(
        IsClear(table, at) ? keys.Clear : keys.Unclear, ("input", Input(table.Terms[at])), ("estimate", table.Estimates[at]),
        ("low", table.ConfidenceLow[at]), ("high", table.ConfidenceHigh[at]), ("rows", rows)))]);

    private static IEnumerable<int> Terms(CoefficientTable table) =>
        Enumerable.Range(0, table.Terms.Count).Where(at => table.Terms[at].StartsWith("ln_", StringComparison.Ordinal));

    private static bool IsClear(CoefficientTable table, int at) => table.ConfidenceLow[at] > 0 || table.ConfidenceHigh[at] < 0;

    private static string Input(string term) => term switch
    {
        "ln_own" => "employment of the same industry in the place",
        "ln_other" => "employment of other industries in the place",
        _ => term["ln_".Length..].Replace('_', ' '),
    };
}
