using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the truncation of a warm-up.</summary>
public sealed record WarmUpTruncationOptions
{
    /// <summary>Gets the values in a batch.</summary>
    /// <value>At least 1, at most a quarter of the series; 5 unless set.</value>
    [Description("Values in a batch; 5 gives MSER-5. At least four batches must be full.")]
    public int BatchSize { get; init => field = Require.Between(value, 1, int.MaxValue); } = 5;
}
