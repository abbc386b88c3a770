using Karkhana.Capability;
using Karkhana.Core.Errors;

namespace Karkhana.Diagnosis;

/// <summary>What can be set on a diagnosis.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>Gets the seed of every random draw.</summary>
    /// <value>Null, the default, takes the seed of the study.</value>
    public ulong? Seed { get; init; }

    /// <summary>Gets the industry that is diagnosed.</summary>
    /// <value>Null, the default, takes the industry of most surveyed firms, or without a survey the most clearly
    /// clustered one.</value>
    public string? Industry { get; init; }

    /// <summary>Gets the random labellings per industry.</summary>
    /// <value>0, the default, takes 999 up to 5,000 establishments and 199 above; else from 19 to 1,000,000.</value>
    public int Replicates { get; init => field = value == 0 ? 0 : Require.Between(value, 19, 1_000_000); }

    /// <summary>Gets the model that scores capability and effort.</summary>
    /// <value>Null, the default, lets the number of firms decide (<see cref="SampleSizeLadder"/>).</value>
    public ScoringModel? Scoring { get; init; }
}
