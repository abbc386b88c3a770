using System.Diagnostics;
using Karkhana.Agglomeration;
using Karkhana.Capability;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Karkhana.Methods.Concentration;
using Karkhana.Policy;

namespace Karkhana.Diagnosis;

/// <summary>The main job: the whole chain of the framework on whatever a study holds.</summary>
public static class ClusterDiagnosis
{
    /// <summary>Diagnoses a study.</summary>
    /// <remarks>
    /// Agglomeration, exposures, collective efficiency, capability, channels and regimes, regressions, advice; then the
    /// claims gate decides what
    /// may be said. Parts for which the study has no data are null and the report says what data would allow them. The
    /// same study, seed
    /// and version give the same findings for any number of workers.
    /// </remarks>
    /// <param name="study">The study.</param>
    /// <param name="options">Seed, industry, replicates.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The findings with the time that each stage took.</returns>
    public static (Findings Findings, IReadOnlyDictionary<string, double> Seconds) Run(
        Study study, DiagnosisOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        options ??= new DiagnosisOptions();
        Stages stages = new(execution, cancellationToken);
        ulong seed = options.Seed ?? study.Settings.Seed;
        IndustryConcentrationOptions asked = new() { Replicates = options.Replicates, Seed = seed };
        FirmRegister open = study.Firms.Open();
        IndustryConcentrationResult? concentration = stages.Run(
            "agglomeration", () => open.Industries.Distinct().Count() < 2
                ? null
                : IndustryConcentration.Estimate(open, asked, execution, cancellationToken));
        Focus focus = Focus.Of(study, concentration, options.Industry);

        // Answers of other industries say nothing about this one.
        study = study with { Survey = study.Survey?.Of(focus.Firms) };
        ChannelMatrix matrix = StudyConfiguration.Matrix(ref study);
        LadderCatalogue ladders = StudyConfiguration.Ladders(ref study);
        LocationFindings location = stages.Run(
            "places", () => LocationFindings.Of(study, focus, asked, execution, cancellationToken));
        ExposureTable exposures = stages.Run("exposures", () => new ExposureSources(study, focus).With(location.Exposures.Exposures));
        KnowledgeNetwork? network = stages.Run(
            "network", () => KnowledgeNetwork.Of(study.Ties, focus, study.Survey, seed, execution, cancellationToken));
        ProgrammeFindings? programme = stages.Run(
            "programme", () => ProgrammeFindings.Of(study, focus, seed, execution, cancellationToken));
        Findings register = new()
        {
            Study = study,
            Seed = seed,
            Focus = focus,
            OpenFirms = open,
            Concentration = concentration,
            Location = location,
            LocationQuotients = WithPlaces(open, () => LocationQuotient.Estimate(
                ActivityTable.Of(open.Places, open.Industries, Ones(open)))),
            EllisonGlaeser = WithPlaces(open, () => EllisonGlaeser.Estimate(PlantsOf(open))),
            Exposures = exposures,
            Gaps = stages.Run("gaps", () => ExposureComparison.Gaps(study, focus, location, exposures, seed)),
            Network = network,
            Matrix = matrix,
            Channels = ChannelIndices.Estimate(matrix, exposures),
            Scoring = options.Scoring,
            Gate = ClaimsGate.For(Evidence.Of(study, focus, network, programme)),
            Programme = programme,
        };
        Findings all = study.Survey is { } survey ? WithSurvey(
            register with { LadderProfiles = LadderProfiles.Estimate(survey, ladders) }, survey, options, stages, cancellationToken) : register;
        all = all with
        {
            Spillovers = stages.Run("spillovers", () => SpilloverInput.Estimate(all, execution, cancellationToken)),
            Ties = stages.Run("ties", () => NetworkFindings.Of(all, execution, cancellationToken)),
            Growth = stages.Run("growth", () => GrowthModels.Of(study, focus, execution, cancellationToken)),
            Learning = stages.Run("mechanisms and changes", () => LearningFindings.Of(
                study, focus, all.Ladders, seed, execution, cancellationToken)),
        };
        return (all, stages.Seconds);
    }

    private static Findings WithSurvey(
        Findings register, Survey survey, DiagnosisOptions options, Stages stages, CancellationToken cancellationToken)
    {
        (Study study, Focus focus, ulong seed) = (register.Study, register.Focus, register.Seed);
        FirmScores scores = stages.Run("capability", () => FirmScores.Of(
            study.Firms.Ids, survey, new ConstructScoreOptions { Seed = seed, Model = options.Scoring }, stages.Execution, cancellationToken));
        LearningRegimesResult regimes = stages.Run(
            "learning", () => LearningRegimes.Estimate(survey, register.Channels, scores.Scores));
        RespondentGroups groups = RespondentGroups.Of(study, survey, focus, register.Network);
        int[] clustered = groups.Clustered;
        CapabilityProfileResult? ladders = CapabilityProfile.Estimate(survey);
        LearningSample sample = IntegrationVariables.Sample(register, scores.Scores);
        Findings found = register with
        {
            SurveyQuality = stages.Run("survey quality", () => SurveyQuality.Estimate(survey)),
            Levels = ConstructLevels.Of(survey, clustered),
            Cooperation = stages.Run("cooperation", () => CooperationFindings.Of(
                survey, register.Exposures, groups, seed, stages.Execution, cancellationToken)),
            MakeOrBuy = stages.Run("make or buy", () => MakeOrBuyInput.Of(register) is { } purchases
                ? MakeOrBuy.Estimate(purchases, null, stages.Execution, cancellationToken) : null),
            Ladders = ladders,
            Scores = scores,
            Scales = stages.Run("scales", () => ScaleDiagnostics.Estimate(
                new ScaleDiagnosticsInput(scores, survey, [.. Enumerable.Range(0, survey.Respondents).Select(row => (bool?)clustered.Contains(row))])
                {
                    Employment = study.Firms.Employment,
                    Ladders = ladders,
                },
                new ScaleDiagnosticsOptions { Seed = seed, DailyWage = study.Settings.DailyWage }, stages.Execution, cancellationToken)),
            Regimes = regimes,
            RegimeMix = SmallCells.Suppress(regimes.ToMix(seed)),
            Regressions = stages.Run("regressions", () => LearningRegressions.Estimate(sample, null, stages.Execution, cancellationToken)),
            Advice = stages.Run("policy", () => PolicyAdvice.Estimate(
                LeverMenu.Default(), PolicyInput.Of(register, regimes), seed, cancellationToken)),
        };
        return stages.Run("integration", () =>
        {
            // What may be said of clustered beside dispersed firms hangs on the firms that the comparison could use.
            ClusterComparisonResult? comparison = IntegrationFindings.Compare(sample, stages.Execution, cancellationToken);
            Findings gated = found with { Gate = ClaimsGate.For(Evidence.Of(study, focus, register.Network, register.Programme, comparison)) };
            return gated with { Integration = IntegrationFindings.Of(gated, sample, comparison, stages.Execution, cancellationToken) };
        });
    }

    private static PlantTable PlantsOf(FirmRegister firms) => new()
    {
        Regions = firms.Places,
        Industries = firms.Industries,
        Employment = Weights(firms),
    };

    private static T? WithPlaces<T>(FirmRegister firms, Func<T> estimate)
        where T : class =>
        firms.Places.Length > 0 && firms.Industries.Length > 0 && firms.Places.Distinct().Count() > 1 ? estimate() : null;

    private static double[] Ones(FirmRegister firms) => [.. Enumerable.Repeat(1.0, firms.Count)];

    private static double[] Weights(FirmRegister firms) =>
        [.. Enumerable.Range(0, firms.Count).Select(
            firm => firms.Employment.Length > 0 && !double.IsNaN(firms.Employment[firm]) ? firms.Employment[firm] : 1)];

    /// <summary>Times the stages and stops between them.</summary>
    private sealed class Stages(ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        private readonly Dictionary<string, double> _seconds = new(StringComparer.Ordinal);

        public ExecutionOptions? Execution => execution;

        public IReadOnlyDictionary<string, double> Seconds => _seconds;

        public T Run<T>(string stage, Func<T> work)
        {
            cancellationToken.ThrowIfCancellationRequested();
            execution?.Progress?.Report(new RunProgress(stage, 0, 1));
            long start = Stopwatch.GetTimestamp();
            T result = work();
            _seconds[stage] = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 3);
            execution?.Progress?.Report(new RunProgress(stage, 1, 1));
            return result;
        }
    }
}
