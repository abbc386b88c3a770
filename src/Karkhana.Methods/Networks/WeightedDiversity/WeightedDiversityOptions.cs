using System.ComponentModel;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on the diversity of tie values.</summary>
public sealed record WeightedDiversityOptions
{
    /// <summary>Gets what a value says.</summary>
    /// <value><see cref="Networks.ValueMeaning.Strength"/> unless set.</value>
    [Description("What a value says: strength, or length (strength 1/value).")]
    public ValueMeaning ValueMeaning { get; init; }
}
