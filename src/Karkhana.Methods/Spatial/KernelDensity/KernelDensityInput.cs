using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Points, the places where their density is wanted, and their window.</summary>
public sealed record KernelDensityInput
{
    /// <summary>Gets the points.</summary>
    public required PointPattern Points { get; init; }

    /// <summary>Gets the places; null for the points themselves.</summary>
    public PointPattern? Locations { get; init; }

    /// <summary>Gets the window, needed for the edge correction; points outside are refused when it is given.</summary>
    public ObservationWindow? Window { get; init; }

    /// <summary>Reads the inputs <c>points</c>, <c>locations</c> and <c>window</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The input.</returns>
    public static KernelDensityInput Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable? locations = request.OptionalTable("locations");
        BoundTable? window = request.OptionalTable("window");
        return new KernelDensityInput
        {
            Points = PointPattern.Read(request),
            Locations = locations is null ? null : new PointPattern { X = locations.CompleteNumbers("x"), Y = locations.CompleteNumbers("y") },
            Window = window is null ? null : ObservationWindow.Read(window),
        };
    }

    /// <summary>Refuses bad points and what does not fit the options.</summary>
    internal void Check(KernelDensityOptions options)
    {
        ArgumentNullException.ThrowIfNull(Points);
        Points.Check();
        Locations?.Check();
        Window?.RequireAll(Points);
        Require.That(
            !options.LeaveOneOut || Locations is null, nameof(options.LeaveOneOut),
            "must be false when locations are given: only a point can be left out of its own density");
        Require.That(
            options.Edge == DensityEdge.None || Window is not null, nameof(options.Edge), "must be none when no window is given");
    }
}
