using System.Globalization;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>Tests the hypotheses of the framework (3.4) on a study, rivals included.</summary>
public static class HypothesisTests
{
    private const string Effort = Constructs.Effort;
    private const string Capability = Constructs.Capability;
    private const string AbsorptiveCapacity = Constructs.AbsorptiveCapacity;
    private const string Source =
        "inspired by Caniëls & Romijn 2003, doi:10.1023/A:1027468505311; Schuirmann 1987, doi:10.1007/BF01068419; Lakens 2017, doi:10.1177/1948550617697177; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x";

    /// <summary>Tests all seventeen.</summary>
    /// <remarks>
    /// Each hypothesis has an estimand, an expectation and a falsifier fixed as data (<see cref="Hypothesis.Catalogue"/>); its estimates come from the
    /// equations of <see cref="LearningEquations"/>, or from <paramref name="given"/> where another part of the diagnosis estimates them better (matching for H1).
    /// Verdicts follow one rule (<see cref="HypothesisOptions"/>): supported, not supported, or cannot tell; "none" is tested for equivalence, never
    /// read from a large p-value. P-values are corrected over all parts of all hypotheses. A hypothesis whose claim the gate does not allow is left at
    /// "cannot tell". H16 and H17, the rival explanations, are tested whenever capability is known. Cost: about thirty equations.
    /// Source: framework 3.4; Lind and Mehlum 2010, doi:10.1111/j.1468-0084.2009.00569.x (H9); Schuirmann 1987, doi:10.1007/BF01068419; Lakens 2017, doi:10.1177/1948550617697177.
    /// </remarks>
    /// <param name="sample">The sample; variables by <see cref="HypothesisVariables"/>.</param>
    /// <param name="matrix">The theory's matrix, which says which advantages are static.</param>
    /// <param name="gate">What may be said.</param>
    /// <param name="options">The rules.</param>
    /// <param name="given">Estimates from elsewhere, by hypothesis; they take the place of those made here.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between equations.</param>
    /// <returns>One result per hypothesis, in order.</returns>
    public static HypothesisTestsResult Estimate(
        LearningSample sample,
        ChannelMatrix matrix,
        ClaimsGate gate,
        HypothesisOptions? options = null,
        IReadOnlyDictionary<string, IReadOnlyList<HypothesisPart>>? given = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(gate);
        options ??= new HypothesisOptions();
        HypothesisEstimates estimates = new(new LearningVariables(ExposureIndex.AddTo(sample, matrix)), options, execution, cancellationToken);
        List<(Hypothesis Hypothesis, HypothesisPart[] Parts, TurningPoint? Turning, string? Missing)> rows = [];
        foreach (Hypothesis hypothesis in Hypothesis.Catalogue())
        {
            estimates.Begin(int.Parse(hypothesis.Id.AsSpan(1), CultureInfo.InvariantCulture));
            HypothesisPart[] parts = given is not null && given.TryGetValue(hypothesis.Id, out IReadOnlyList<HypothesisPart>? known)
                ? [.. known]
                : [.. PartsOf(hypothesis.Id, estimates)];
            rows.Add((hypothesis, parts, estimates.Turning, estimates.TakeMissing() ?? (parts.Length < hypothesis.Parts ? "firms in which its terms can be told apart" : null)));
        }

        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. rows.SelectMany(row => row.Parts).Select(part => part.PValue)]);
        int next = 0;
        return new HypothesisTestsResult(
            [.. rows.Select(row =>
            {
                HypothesisPart[] parts = [.. row.Parts.Select(part => part with { AdjustedPValue = adjusted[next++] })];
                bool allowed = gate.Allows(row.Hypothesis.Claim);
                string? missing = row.Missing ?? (allowed ? null : $"data to say: {Lowered(gate.StatementOf(row.Hypothesis.Claim))}");
                return new HypothesisResult(
                    row.Hypothesis, parts, missing is null ? HypothesisVerdicts.Of(parts, options) : Verdict.CannotTell, missing)
                {
                    Turning = row.Turning,
                };
            })],
            options,
            new Provenance(
                "learning.hypotheses",
                FormattableString.Invariant($"smallest_of_interest = {options.SmallestOfInterest}, false_discovery_rate = {options.FalseDiscoveryRate}"),
                Source))
        {
            Equations = estimates.Fits,
        };
    }

    private static string Lowered(string statement) => char.ToLowerInvariant(statement[0]) + statement[1..].TrimEnd('.');

    private static IEnumerable<HypothesisPart> PartsOf(string id, HypothesisEstimates estimates) => id switch
    {
        "H1" => Comparison(estimates),
        "H2" => HypothesisParts.Slope(estimates.Fit(Effort, [ExposureIndex.Advantages]), ExposureIndex.Advantages, Expectation.Positive),
        "H3" => HypothesisParts.Slope(estimates.Fit(Capability, [Effort]), Effort, Expectation.Positive),
        "H4" => estimates.Product(
            estimates.Fit(Effort, [ExposureIndex.Advantages]), ExposureIndex.Advantages,
            estimates.Fit(Capability, [Effort, ExposureIndex.Advantages]), Effort, Expectation.Positive),
        "H5" => HypothesisParts.Slope(
            estimates.Fit(Capability, [ExposureIndex.Advantages, Effort]), ExposureIndex.Advantages, Expectation.Positive),
        "H6" => Moderated(estimates),
        "H7" => estimates.Channels(
                ExposureIndex.Incidental, [LearningChannel.CostOfEffort, LearningChannel.ResourcesForEffort],
                [LearningChannel.IncentiveForEffort, LearningChannel.EffectivenessOfEffort])
            .Concat(estimates.Channels(
                ExposureIndex.JointAction, [LearningChannel.EffectivenessOfEffort, LearningChannel.CostOfEffort],
                [LearningChannel.ResourcesForEffort, LearningChannel.IncentiveForEffort])),
        "H8" => HypothesisParts.Slope(
                estimates.Fit(HypothesisVariables.Performance, [ExposureIndex.Static, Capability]), ExposureIndex.Static, Expectation.Positive)
            .Concat(HypothesisParts.Slope(estimates.Fit(Capability, [ExposureIndex.Static]), ExposureIndex.Static, Expectation.None)),
        "H9" => Bent(estimates, "EE11"),
        "H10" => Copying(estimates),
        "H11" => JointAction(estimates),
        "H12" => Gatekeepers(estimates),
        "H13" => OpenAmongAlike(estimates),
        "H14" => HypothesisParts.Slope(estimates.Fit(HypothesisVariables.Training, ["DE02"]), "DE02", Expectation.Negative),
        "H15" => HypothesisParts.Slope(estimates.Fit(HypothesisVariables.StartScale, ["EE03"]), "EE03", Expectation.Negative),
        "H16" => Explained(estimates),
        "H17" => HypothesisParts.Slope(
            estimates.Fit(Capability, [HypothesisVariables.KnowledgeTies, Effort, .. new[] { "JA06", "EE02" }.Where(estimates.Variables.HasValues)]),
            HypothesisVariables.KnowledgeTies, Expectation.None),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "no such hypothesis"),
    };

    private static IEnumerable<HypothesisPart> Comparison(HypothesisEstimates estimates) => estimates.Status.Count == 0
        ? estimates.Lacking("both clustered and dispersed firms")
        : HypothesisParts.Slope(estimates.Fit(Capability, ["clustered"]), "clustered", Expectation.Positive);

    private static IEnumerable<HypothesisPart> Moderated(HypothesisEstimates estimates)
    {
        const string Product = $"{ExposureIndex.Advantages}:{AbsorptiveCapacity}";
        return HypothesisParts.Slope(
            estimates.Fit(Capability, [ExposureIndex.Advantages, Product, AbsorptiveCapacity, Effort]), Product, Expectation.Positive);
    }

    // A square below zero may bend without turning: rising at the least exposure and falling at the greatest is what turns (Lind and Mehlum 2010).
    private static IEnumerable<HypothesisPart> Bent(HypothesisEstimates estimates, string advantage)
    {
        string square = $"{advantage}:{advantage}";
        if (estimates.Fit(Effort, [advantage, square]) is not { } fit)
        {
            return [];
        }

        double[] exposures = [.. fit.Firms.Select(firm => estimates.Variables.Of(advantage)[firm])];
        estimates.Turning = TurningPoint.Of(fit, advantage, exposures);
        return HypothesisParts.Combination(fit, advantage, square, 2 * exposures.Min(), $"{advantage}, where it is least", Expectation.Positive)
            .Concat(HypothesisParts.Combination(fit, advantage, square, 2 * exposures.Max(), $"{advantage}, where it is greatest", Expectation.Negative));
    }

    private static IEnumerable<HypothesisPart> Copying(HypothesisEstimates estimates)
    {
        const string Product = $"EE08:{HypothesisVariables.Leader}";
        LearningFit? effort = estimates.Fit(Effort, ["EE08", Product, HypothesisVariables.Leader]);
        LearningFit? capability = estimates.Fit(Capability, ["EE08", Product, HypothesisVariables.Leader]);
        return HypothesisParts.Contrast(effort, "EE08", Product, 1, Expectation.Negative)
            .Concat(HypothesisParts.Slope(capability, "EE08", Expectation.Positive));
    }

    // That capability goes with the number of gatekeepers is about places; with fewer than eight it cannot be told from anything else they differ in.
    private static IEnumerable<HypothesisPart> Gatekeepers(HypothesisEstimates estimates)
    {
        const string Number = HypothesisVariables.PlaceGatekeepers;
        IEnumerable<HypothesisPart> own = HypothesisParts.Slope(
            estimates.Fit(AbsorptiveCapacity, [HypothesisVariables.Gatekeeper], holdStatus: false), HypothesisVariables.Gatekeeper, Expectation.Positive);
        bool enough = estimates.Variables.HasValues(Number) && estimates.Variables.Sample.Places
            .Where((_, row) => !double.IsNaN(estimates.Variables.Of(Number)[row])).Distinct().Count() >= LearningEquations.LeastPlaces;
        return [.. own, .. enough
            ? HypothesisParts.Slope(estimates.Fit(Capability, [Number], holdStatus: false), Number, Expectation.Positive)
            : estimates.Lacking(FormattableString.Invariant($"firms of the network in at least {LearningEquations.LeastPlaces} places"))];
    }

    // How much openness is ahead of local ties, and whether it is more so where local knowledge is alike (exposure to lock-in).
    private static IEnumerable<HypothesisPart> OpenAmongAlike(HypothesisEstimates estimates)
    {
        const string Alike = "DE04";
        (string open, string local) = ($"{HypothesisVariables.Openness}:{Alike}", $"{HypothesisVariables.KnowledgeTies}:{Alike}");
        return HypothesisParts.Contrast(
            estimates.Fit(Capability, [HypothesisVariables.Openness, HypothesisVariables.KnowledgeTies, Alike, open, local]),
            open, local, -1, Expectation.Positive);
    }

    private static IEnumerable<HypothesisPart> JointAction(HypothesisEstimates estimates)
    {
        LearningFit? fit = estimates.Fit(
            HypothesisVariables.Performance, [HypothesisVariables.VerticalJointAction, HypothesisVariables.HorizontalJointAction]);
        return HypothesisParts.Slope(fit, HypothesisVariables.VerticalJointAction, Expectation.Positive).Concat(HypothesisParts.Contrast(
            fit, HypothesisVariables.VerticalJointAction, HypothesisVariables.HorizontalJointAction, -1, Expectation.Positive));
    }

    private static IEnumerable<HypothesisPart> Explained(HypothesisEstimates estimates)
    {
        string[] own = [.. estimates.Controls.Where(name => name != AbsorptiveCapacity)];
        string[] cluster = [.. new[] { ExposureIndex.Incidental, ExposureIndex.JointAction }.Where(estimates.Variables.HasValues), .. estimates.Status];
        return !estimates.Variables.HasValues(Capability) || own.Length == 0 || cluster.Length == 0
            ? estimates.Lacking("capability, owner or firm controls, and exposures or both kinds of firms")
            : estimates.Explained(Capability, own, cluster, "R² of owner and firm − R² of exposures and status");
    }
}
