using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Points and the window in which they were observed.</summary>
/// <param name="Points">The points; none may lie outside.</param>
/// <param name="Window">The window.</param>
public sealed record WindowedPattern(PointPattern Points, ObservationWindow Window)
{
    /// <summary>Gets what the input <c>points</c> holds.</summary>
    internal static InputSpec PointsInput { get; } = new("points", "x, y; optional type, weight");

    /// <summary>Gets what the input <c>window</c> holds.</summary>
    internal static InputSpec WindowInput { get; } =
        new("window", "ring, x, y: outer rings anticlockwise, holes clockwise; four vertices for a rectangle");

    /// <summary>Reads the inputs <c>points</c> and <c>window</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pattern.</returns>
    public static WindowedPattern Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new WindowedPattern(PointPattern.Read(request), ObservationWindow.Read(request.Table("window")));
    }

    /// <summary>Refuses bad points and those outside the window.</summary>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Points);
        ArgumentNullException.ThrowIfNull(Window);
        Points.Check();
        Window.RequireAll(Points);
    }
}
