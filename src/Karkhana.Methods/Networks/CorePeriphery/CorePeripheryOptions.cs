using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on core-periphery fits.</summary>
public sealed record CorePeripheryOptions
{
    /// <summary>Gets the model.</summary>
    /// <value><see cref="CorePattern.CoreOrAttached"/> unless set.</value>
    [Description("Model.")]
    public CorePattern Pattern { get; init; }

    /// <summary>Gets a value indicating whether tie values are used.</summary>
    /// <value>False unless set: every tie counts 1.</value>
    [Description("Use tie values; false = every tie that is not zero counts 1.")]
    public bool Weighted { get; init; }

    /// <summary>Gets what a value says, when values are used.</summary>
    /// <value><see cref="Networks.ValueMeaning.Strength"/> unless set.</value>
    [Description("What a value says when weighted: strength, or length (strength 1/value).")]
    public ValueMeaning ValueMeaning { get; init; }

    /// <summary>Gets the number of searches, where not all cores can be tried.</summary>
    /// <value>From 1 to 1000; 20 unless set.</value>
    [Description("Searches from different starts; networks of up to 20 nodes are searched completely for a discrete core.")]
    public int Starts { get; init => field = Require.Between(value, 1, 1000); } = 20;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the starts.")]
    public ulong Seed { get; init; } = 2003;
}
