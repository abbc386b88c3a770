using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>How far associations of exposures with capability, and of capability with performance, go along effort (model M4).</summary>
public static class EffortMediation
{
    private const string Source =
        "framework 3.5 (M4), A.4; Preacher & Hayes 2008, doi:10.3758/BRM.40.3.879; Imai, Keele & Yamamoto 2010, doi:10.1214/10-STS321; VanderWeele 2014, doi:10.1097/EDE.0000000000000121; Zhang, Zyphur & Preacher 2009, doi:10.1177/1094428108327450; Schomaker & Heumann 2018, doi:10.1002/sim.7654";

    /// <summary>Takes the associations apart.</summary>
    /// <remarks>
    /// Exposure A, effort E, capability K, performance Y; absorptive capacity, controls and status held equal in every equation. Simple: E = a A, K = b E + c' A; indirect
    /// ab, direct c', total ab + c'. Serial: A → E → K → Y with all parts. Interaction: K has A·E too; natural effects of A from 0 to 1 (a standard deviation, or no to
    /// yes). Places (2-1-1): where all firms of a place have one exposure and there are 8 places, along what effort differs between places. Scores enter as plausible values given
    /// the last equation of the chain; every draw is resampled (places, then firms within them; firms where there are fewer than 8 places), and the percentiles are those of all samples of all
    /// draws. ρ*: the residual correlation of the ends of a step at which nothing would go along it: effort and capability, in the chain to performance capability and
    /// performance too; not defined with interaction and for places. A proportion is given only where the total is clear and both
    /// parts have its sign. Assumes linear equations and that nothing left out drives two of the three; in one cross-section the order A, E, K is an
    /// assumption, too. Associations, not effects. Cost: exposures × 5 × replicates × firms × columns²/2. Source: framework 3.5 (M4) and A.4;
    /// Preacher and Hayes 2008, doi:10.3758/BRM.40.3.879; Imai, Keele and Yamamoto 2010, doi:10.1214/10-STS321; Schomaker and Heumann 2018, doi:10.1002/sim.7654.
    /// Agrees with: the planted paths of simulated firms, within their intervals.
    /// </remarks>
    /// <param name="sample">The sample, with scores of effort and capability.</param>
    /// <param name="options">Exposures, draws, samples.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The parts; notes name what could not be estimated.</returns>
    public static EffortMediationResult Estimate(
        LearningSample sample, EffortMediationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new EffortMediationOptions();
        LearningVariables variables = new(sample);
        List<Note> notes = [];
        List<ExposureMediation> exposures = [];
        string[] lacking = [.. new[] { ExposureMediation.Effort, ExposureMediation.Capability }.Where(name => !variables.HasValues(name))];
        if (lacking.Length > 0)
        {
            notes.Add(new Note("not-measured", Severity.Warning,
                $"Not measured, or the same for all firms: {string.Join(", ", lacking)}. We cannot tell how far anything goes along effort."));
        }

        foreach (string exposure in lacking.Length > 0 ? [] : options.Exposures)
        {
            if (!variables.HasValues(exposure))
            {
                notes.Add(new Note("not-measured", Severity.Information, $"{exposure}: not known, or the same for all firms."));
                continue;
            }

            ExposureMediation mediation = new(variables, exposure, options, execution, cancellationToken);
            mediation.Estimate();
            exposures.Add(mediation);
            notes.AddRange(mediation.Notes);
        }

        if (variables.MeasuredRoughly.Contains(ExposureMediation.Effort))
        {
            notes.Add(new Note("measured-roughly", Severity.Warning,
                "Effort is too unreliable in this sample to allow for its error: it enters as observed, the part along effort looks smaller and the direct part larger than they are."));
        }

        return new EffortMediationResult(
            [.. exposures.SelectMany(exposure => exposure.Parts)],
            [.. exposures.Select(exposure => exposure.Row).OfType<MediatedExposure>()],
            options,
            new Provenance(
                "learning.effort-mediation",
                FormattableString.Invariant($"exposures = [{string.Join(", ", options.Exposures)}], draws = {options.Equations.Draws}, replicates = {options.Replicates}"),
                Source,
                sample.Seed))
        {
            Notes = notes,
            Sensitivity = [.. exposures.SelectMany(exposure => exposure.Sensitivity)],
            Equations = [.. exposures.SelectMany(exposure => exposure.Equations)],
        };
    }
}
