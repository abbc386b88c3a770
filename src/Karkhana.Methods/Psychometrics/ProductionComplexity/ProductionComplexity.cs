using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How difficult the processes are that a firm masters, by points of experts.</summary>
public static class ProductionComplexity
{
    internal const string Source =
        "Romijn 1997, World Development 25(3), 359-377; framework 2.6.2; Krippendorff 2011, Computing Krippendorff's Alpha-Reliability";

    /// <summary>Scores firms.</summary>
    /// <remarks>
    /// d_p = median of the experts' points of process p (with several dimensions of difficulty, the mean of their
    /// medians). Firm: sum = Σ d_p over the processes that it performs at the stated standard, frontier = the greatest
    /// d_p among them; index = sum / Σ d_p of all processes, frontier_index = frontier / greatest d_p. A process below
    /// standard, or of which the standard is not known, does not count; the firm stays, with 0 when none counts.
    /// Agreement: Krippendorff's alpha, ordinal, over the judged rows; below <see
    /// cref="ProductionComplexityOptions.LeastAlpha"/> a note says not to use the points. Intervals: percentiles over
    /// experts drawn again with replacement, the firm's processes staying; they say how much hangs on who was asked.
    /// Cost: replicates × (judgements + processes of firms); memory replicates × processes. Same bits for any number of
    /// workers. Source: Romijn 1997, World Development 25(3), 359-377; framework 2.6.2. Agrees with: the formula,
    /// exactly.
    /// </remarks>
    /// <param name="input">Points of experts, and which firm performs which process.</param>
    /// <param name="options">Agreement, experts, bootstrap.</param>
    /// <param name="execution">Workers and progress of the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between replicates.</param>
    /// <returns>Points by process, agreement, and one row per firm.</returns>
    /// <exception cref="ArgumentException">Points outside 1 to 10, a process without points, or one that is performed
    /// but not judged.</exception>
    public static ProductionComplexityResult Estimate(
        ProductionProcesses input,
        ProductionComplexityOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new ProductionComplexityOptions();
        input.Check();
        DifficultyKernel kernel = new(input, options);
        ProcessDifficulty[] difficulties = kernel.Difficulties();
        string? silent = difficulties.FirstOrDefault(process => double.IsNaN(process.Points))?.Process;
        Require.That(silent is null, nameof(input.Points), $"must hold a judgement of every process in every dimension; {silent} has none");
        KrippendorffAlphaResult agreement = KrippendorffAlpha.Estimate(
            input.Points,
            new KrippendorffAlphaOptions { Replicates = options.Replicates, Confidence = options.Confidence, Seed = options.Seed },
            execution,
            cancellationToken);
        ReplicateRows? drawn = options.Replicates == 0 ? null : ReplicateEngine.Local.Execute(kernel, execution, cancellationToken);
        return new ProductionComplexityResult
        {
            Processes = difficulties,
            Agreement = agreement,
            PointsAreReliable = agreement.Alpha >= options.LeastAlpha,
            Firms = Firms(input, difficulties, drawn, options.Confidence),
            Notes = Notes(input, difficulties, agreement, options),
            Provenance = new Provenance(
                "psychometrics.production-complexity",
                FormattableString.Invariant(
                    $"least_alpha = {options.LeastAlpha}, least_experts = {options.LeastExperts}, replicates = {options.Replicates}, confidence = {options.Confidence}"),
                Source,
                options.Replicates > 0 ? options.Seed : null),
        };
    }

    private static FirmComplexity[] Firms(
        ProductionProcesses input, ProcessDifficulty[] difficulties, ReplicateRows? drawn, double confidence)
    {
        Dictionary<string, int> at = difficulties.Select((process, p) => (process.Process, p))
            .ToDictionary(pair => pair.Process, pair => pair.p, StringComparer.Ordinal);
        string? unknown = input.Performed.FirstOrDefault(process => !at.ContainsKey(process));
        Require.That(unknown is null, nameof(input.Performed), $"must be processes with points; {unknown} is not");
        double[] points = [.. difficulties.Select(process => process.Points)];
        return [.. Enumerable.Range(0, input.Firms.Count).GroupBy(row => input.Firms[row]).Select(firm =>
        {
            int[] own = [.. firm.Where(row => input.AtStandard[row] == 1).Select(row => at[input.Performed[row]]).Distinct()];
            double frontier = own.Select(p => points[p]).DefaultIfEmpty(0).Max();
            (double low, double high, _) = PercentileInterval.Of(
                Enumerable.Range(0, drawn?.Count ?? 0).Select(replicate => ShareOf(own, drawn!.Row(replicate))), confidence);
            return new FirmComplexity(
                firm.Key, own.Length, SumOf(own, points), frontier, ShareOf(own, points),
                low, high,
                frontier / points.Max());
        })];
    }

    private static double SumOf(int[] own, ReadOnlySpan<double> points)
    {
        double sum = 0;
        foreach (int process in own)
        {
            sum += points[process];
        }

        return sum;
    }

    private static double ShareOf(int[] own, ReadOnlySpan<double> points) => SumOf(own, points) / Core.Kernels.Sums.Sum(points);

    private static List<Note> Notes(
        ProductionProcesses input, ProcessDifficulty[] difficulties, KrippendorffAlphaResult agreement, ProductionComplexityOptions options)
    {
        int unknown = input.AtStandard.Count(double.IsNaN);
        return
        [
            .. UnitNotes.When(
                !(agreement.Alpha >= options.LeastAlpha), "experts-disagree", FormattableString.Invariant(
                    $"Experts agree with alpha {agreement.Alpha:0.00}, not the {options.LeastAlpha:0.00} that is asked for. Do not use the points before they talked and judged again.")),
            .. UnitNotes.About(
                "few-experts", [.. difficulties.Select(process => process.Process)],
                p => difficulties[p].Experts < options.LeastExperts, "Processes judged by too few experts",
                FormattableString.Invariant($"Ask at least {options.LeastExperts}.")),
            .. UnitNotes.When(
                unknown > 0, "unknown-standard", FormattableString.Invariant(
                    $"Of {unknown} of {input.Firms.Count} rows it is not known whether the standard is reached; they do not count.")),
            .. agreement.Notes,
        ];
    }
}
