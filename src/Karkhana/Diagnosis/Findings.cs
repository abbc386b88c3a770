using Karkhana.Agglomeration;
using Karkhana.Capability;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Learning;
using Karkhana.Methods.Concentration;
using Karkhana.Policy;
using Karkhana.Scenarios;

namespace Karkhana.Diagnosis;

/// <summary>All that a diagnosis found; what the study does not allow is null.</summary>
public sealed record Findings
{
    /// <summary>Gets the study.</summary>
    public required Study Study { get; init; }

    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the firms that the diagnosis is about.</summary>
    public required Focus Focus { get; init; }

    /// <summary>Gets the register of the establishments that have not closed.</summary>
    public required FirmRegister OpenFirms { get; init; }

    /// <summary>Gets which industries cluster.</summary>
    public IndustryConcentrationResult? Concentration { get; init; }

    /// <summary>Gets what the register says of places: densities, clusters, hot spots, what firms stand near.</summary>
    public required LocationFindings Location { get; init; }

    /// <summary>Gets location quotients by place and industry.</summary>
    public LocationQuotientResult? LocationQuotients { get; init; }

    /// <summary>Gets Ellison–Glaeser indices by industry over places.</summary>
    public EllisonGlaeserResult? EllisonGlaeser { get; init; }

    /// <summary>Gets the exposures, all sources joined.</summary>
    public required ExposureTable Exposures { get; init; }

    /// <summary>Gets the gaps of exposure to the firms that those of the cluster are compared with; null when there are none.</summary>
    public ExposureGapsResult? Gaps { get; init; }

    /// <summary>Gets how far the answers of the survey can be relied on.</summary>
    public SurveyQualityResult? SurveyQuality { get; init; }

    /// <summary>Gets the levels of external economies and joint action among clustered firms.</summary>
    public ConstructLevels? Levels { get; init; }

    /// <summary>Gets what firms have from being together and from acting together.</summary>
    public CooperationFindings? Cooperation { get; init; }

    /// <summary>Gets how technical changes go with the effort of others near; null without functions, effort and a log of changes.</summary>
    public ResearchSpilloversResult? Spillovers { get; init; }

    /// <summary>Gets how buying processes goes with selling where quality is specified; null without a survey that asks for both.</summary>
    public MakeOrBuyResult? MakeOrBuy { get; init; }

    /// <summary>Gets the knowledge network.</summary>
    public KnowledgeNetwork? Network { get; init; }

    /// <summary>Gets what the ties say beyond the knowledge network.</summary>
    public NetworkFindings? Ties { get; init; }

    /// <summary>Gets the capability ladders.</summary>
    public CapabilityProfileResult? Ladders { get; init; }

    /// <summary>Gets how firms learn and change.</summary>
    public LearningFindings? Learning { get; init; }

    /// <summary>Gets the same firms on the ladders of the catalogue.</summary>
    public LadderProfilesResult? LadderProfiles { get; init; }

    /// <summary>Gets the scores.</summary>
    public FirmScores? Scores { get; init; }

    /// <summary>Gets how well the scales measure.</summary>
    public ScaleDiagnosticsResult? Scales { get; init; }

    /// <summary>Gets the matrix that was used.</summary>
    public required ChannelMatrix Matrix { get; init; }

    /// <summary>Gets the channel indices.</summary>
    public required ChannelIndicesResult Channels { get; init; }

    /// <summary>Gets the regimes.</summary>
    public LearningRegimesResult? Regimes { get; init; }

    /// <summary>Gets the regime mix with its intervals, small cells held back.</summary>
    public Table? RegimeMix { get; init; }

    /// <summary>Gets the regressions.</summary>
    public LearningRegressionsResult? Regressions { get; init; }

    /// <summary>Gets how advantages, effort and capability go together.</summary>
    public IntegrationFindings? Integration { get; init; }

    /// <summary>Gets growth, entry and innovations.</summary>
    public GrowthModels? Growth { get; init; }

    /// <summary>Gets what a programme is estimated to have changed; null when the study does not say who takes part.</summary>
    public ProgrammeFindings? Programme { get; init; }

    /// <summary>Gets the advice.</summary>
    public PolicyAdviceResult? Advice { get; init; }

    /// <summary>Gets what levers change in a model of the cluster; null when it was not simulated.</summary>
    public PolicyStudyResult? Scenarios { get; init; }

    /// <summary>Gets what may be said.</summary>
    public required ClaimsGate Gate { get; init; }

    /// <summary>Gets the scoring model that was asked for, or null when the number of firms decided.</summary>
    public ScoringModel? Scoring { get; init; }

    /// <summary>Gets the options that were used, by name, defaults filled in.</summary>
    public IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["industry"] = Focus.Industry,
        ["replicates"] = FormattableString.Invariant($"{Concentration?.Replicates ?? 0}"),
        ["channel_matrix"] = Matrix.Version,
        ["comparison"] = string.Join(", ", [Words.Of(Study.Settings.Comparison.Set), .. Study.Settings.Comparison.Places]),
        ["scoring"] = Scoring is { } model ? Words.Of(model) : "by the number of firms",
    };
}
