namespace Karkhana.Reporting.Drawing;

/// <summary>From values to places on the page.</summary>
internal interface IScale
{
    /// <summary>Gives the place of a value.</summary>
    double At(double value);

    /// <summary>Gives the values at which an axis has a tick.</summary>
    IEnumerable<double> Ticks();

    /// <summary>Gives what stands at a tick.</summary>
    string Label(double tick);
}
