using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>Whether what an advantage goes with depends on what firms can absorb (model M5).</summary>
public static class CapacityModeration
{
    private const string Source =
        "framework 3.5 (M5); Cohen & Levinthal 1990, doi:10.2307/2393553; Hayes 2015, doi:10.1080/00273171.2014.962683; Bauer & Curran 2005, doi:10.1207/s15327906mbr4003_5; Johnson & Fay 1950, doi:10.1007/BF02288864";

    /// <summary>Estimates for each advantage.</summary>
    /// <remarks>
    /// For each advantage A by itself, with controls and status held equal: E = a₀ + a₁A + a₂AC; K = b₀ + b₁E + b₂A + b₃AC + b₄ A·AC + b₅ E·AC. Direct
    /// association at AC = w: b₂ + b₄w, with the limits of the sum; region of Johnson and Neyman: the w at which it differs from 0, by the pooled covariance and Student's
    /// t. Index of moderated mediation a₁b₅: percentiles over draws of the coefficients, p-value the greater of both factors'. Benjamini and Hochberg over the b₄ and
    /// indices of all advantages. Scores enter as plausible values, as moderators too (<see cref="LearningEquations"/>). The region looks at each value by itself; it is
    /// no test over all of them, and outside the range of the firms it says nothing. Assumes linear equations with these products only. Associations, not effects.
    /// Cost: two equations per advantage. Source: framework 3.5 (M5); Hayes 2015, doi:10.1080/00273171.2014.962683; Bauer and Curran 2005,
    /// doi:10.1207/s15327906mbr4003_5; Johnson and Fay 1950, doi:10.1007/BF02288864. Agrees with: the planted slopes and crossing of simulated firms, within their intervals.
    /// </remarks>
    /// <param name="sample">The sample, with scores of capability, effort and the moderator.</param>
    /// <param name="options">Equations, moderator, draws.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between equations.</param>
    /// <returns>One row per advantage that could be estimated; notes name the others.</returns>
    public static CapacityModerationResult Estimate(
        LearningSample sample, CapacityModerationOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new CapacityModerationOptions();
        LearningVariables variables = new(sample);
        List<Note> notes = [];
        List<AdvantageModeration> rows = [];
        List<ModerationPoint> curve = [];
        List<LearningFit> fits = [];
        string[] lacking = [.. new[] { Constructs.Capability, Constructs.Effort, options.Moderator }.Where(name => !variables.HasValues(name))];
        if (lacking.Length > 0)
        {
            notes.Add(new Note("not-measured", Severity.Warning,
                $"Not measured, or the same for all firms: {string.Join(", ", lacking)}. We cannot tell whether associations depend on {options.Moderator}."));
        }

        for (int place = 0; lacking.Length == 0 && place < sample.Exposures.Exposures.Count; place++)
        {
            string advantage = sample.Exposures.Exposures[place].AdvantageId;
            (ModerationEquations? equations, string? reason) = variables.HasValues(advantage)
                ? ModerationEquations.Estimate(variables, advantage, options, execution, cancellationToken)
                : (null, "the exposure is not known or the same for all firms");
            if (equations is null)
            {
                notes.Add(new Note("not-estimated", Severity.Information, $"{advantage}: {reason}."));
                continue;
            }

            rows.Add(equations.Row(options, sample.Seed, place));
            curve.AddRange(equations.Curve(options));
            fits.AddRange(equations.Fits);
        }

        return new CapacityModerationResult(Corrected(rows), curve, options, new Provenance(
            "learning.capacity-moderation",
            FormattableString.Invariant($"moderator = {options.Moderator}, equation_draws = {options.Equations.Draws}, draws = {options.Draws}"),
            Source,
            sample.Seed))
        {
            Equations = fits,
            Notes = [.. notes, .. variables.MeasuredRoughly.Contains(options.Moderator) ? (Note[])[Rough(options.Moderator)] : []],
        };
    }

    private static Note Rough(string moderator) => new("measured-roughly", Severity.Warning,
        $"{moderator} is too unreliable in this sample to allow for its error: it enters as observed, and the changes with it look smaller than they are.");

    private static AdvantageModeration[] Corrected(List<AdvantageModeration> rows)
    {
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. rows.SelectMany(row => new[] { row.ChangePValue, row.IndexPValue })]);
        return [.. rows.Select((row, place) => row with
        {
            ChangeAdjustedPValue = adjusted[2 * place],
            IndexAdjustedPValue = adjusted[(2 * place) + 1],
        })];
    }
}
