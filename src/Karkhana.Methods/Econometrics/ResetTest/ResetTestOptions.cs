using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the RESET test.</summary>
public sealed record ResetTestOptions : RegressionModelOptions
{
    /// <summary>Gets the powers of the fitted values that are added.</summary>
    /// <value>2 and 3 unless set; from 2 to 9, each once.</value>
    [Description("Powers of the fitted values, from 2 to 9.")]
    public IReadOnlyList<int> Powers { get; init; } = [2, 3];
}
