using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the Breusch-Pagan test.</summary>
public sealed record BreuschPaganTestOptions : RegressionModelOptions
{
    /// <summary>Gets a value indicating whether Koenker's form is taken, which does not lean on normal errors.</summary>
    /// <value>True unless set; false takes the original form.</value>
    [Description("Koenker's form, which does not lean on normal errors; false: the original form.")]
    public bool Studentized { get; init; } = true;
}
