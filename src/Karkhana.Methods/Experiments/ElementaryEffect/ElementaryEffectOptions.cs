using System.ComponentModel;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on elementary effects.</summary>
public sealed record ElementaryEffectOptions : SensitivityIntervalOptions
{
    /// <summary>Gets the lowest and the highest value of each input.</summary>
    /// <value>One pair per input; must be given. Effects are per whole range.</value>
    [Description("One pair [low, high] per input.")]
    public required IReadOnlyList<IReadOnlyList<double>> Bounds { get; init => field = InputBounds.Checked(value, nameof(Bounds)); }
}
