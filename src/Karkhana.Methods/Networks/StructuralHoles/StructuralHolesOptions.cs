using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on structural holes.</summary>
public sealed record StructuralHolesOptions
{
    /// <summary>Gets a value indicating whether tie values are used.</summary>
    /// <value>False unless set: every tie counts 1.</value>
    [Description("Use tie values; false = every tie that is not zero counts 1.")]
    public bool Weighted { get; init; }

    /// <summary>Gets what a value says, when values are used.</summary>
    /// <value><see cref="Networks.ValueMeaning.Strength"/> unless set.</value>
    [Description("What a value says when weighted: strength, or length (strength 1/value).")]
    public ValueMeaning ValueMeaning { get; init; }
}
