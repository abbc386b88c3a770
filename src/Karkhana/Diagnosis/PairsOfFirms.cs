using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Data.Studies;
using Karkhana.Data.Ties;

namespace Karkhana.Diagnosis;

/// <summary>The pairs of firms of a knowledge network with what a study knows of both.</summary>
internal static class PairsOfFirms
{
    private const int MostFirms = 600; // pairs grow with the square

    public static TiedPairsResult? Compare(
        Findings findings, KnowledgeNetwork network, TiePortfolioResult? portfolio, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        network.Graph.NodeCount > MostFirms
            ? null
            : TiedPairs.Estimate(
                DyadTable.Of(new TieLayer(TieKinds.Advice, network.Graph), CovariatesOf(findings, network, portfolio)),
                new TiedPairsOptions { Seed = findings.Seed }, execution, cancellationToken);

    private static DyadCovariates CovariatesOf(Findings findings, KnowledgeNetwork network, TiePortfolioResult? portfolio)
    {
        FirmRegister firms = findings.Study.Firms;
        List<(string, double[])> scores = [];
        if (findings.Scores?.Scores.Find(Constructs.Capability) is { } capability)
        {
            scores.Add(("capability", [.. network.Firms.Select(firm => capability.Values[firm])]));
        }

        if (firms.Employment.Length > 0)
        {
            scores.Add(("log_workers", [.. network.Firms.Select(firm => Math.Log(Math.Max(1, firms.Employment[firm])))]));
        }

        return new DyadCovariates
        {
            Scores = scores,
            Classes = firms.Places.Length == 0 ? [] : [("place", [.. network.Firms.Select(firm => firms.Places[firm])])],
            Layers = [.. (portfolio?.Layers ?? []).Where(layer => layer.Kind != TieKinds.Advice)],
            Distance = (from, to) => double.Hypot(
                firms.X[network.Firms[from]] - firms.X[network.Firms[to]], firms.Y[network.Firms[from]] - firms.Y[network.Firms[to]]) / 1000,
        };
    }
}
