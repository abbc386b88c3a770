using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on the disparity filter.</summary>
public sealed record DisparityFilterOptions
{
    /// <summary>Gets the node whose ties a value is held against.</summary>
    /// <value><see cref="StrengthSide.Out"/> unless set.</value>
    [Description("Node whose strength is used: out, the sender; in, the receiver.")]
    public StrengthSide Side { get; init; }

    /// <summary>Gets the level below which a tie is kept.</summary>
    /// <value>Above 0 to 1; 0.05 unless set.</value>
    [Description("Level for the backbone.")]
    public double Alpha { get; init => field = Require.Between(value, double.Epsilon, 1); } = 0.05;

    /// <summary>Gets what a value says.</summary>
    /// <value><see cref="Networks.ValueMeaning.Strength"/> unless set.</value>
    [Description("What a value says: strength, or length (strength 1/value).")]
    public ValueMeaning ValueMeaning { get; init; }
}
