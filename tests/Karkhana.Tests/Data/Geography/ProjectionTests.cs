using System.Globalization;
using Karkhana.Data.Studies;
using Karkhana.Testing;
using Karkhana.Tests.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Geography;

public sealed class ProjectionTests
{
    private const double EarthRadius = 6371.0088e3;
    private const double OnePerMille = 1e-3;

    [Theory]
    [InlineData(74.08, 32.57, "WGS 84 / UTM zone 43N (EPSG:32643)")]
    [InlineData(144.96, -37.81, "WGS 84 / UTM zone 55S (EPSG:32755)")]
    [InlineData(-123.12, 49.28, "WGS 84 / UTM zone 10N (EPSG:32610)")]
    [InlineData(-176.0, -44.0, "WGS 84 / UTM zone 1S (EPSG:32701)")]
    [InlineData(176.9, -39.5, "WGS 84 / UTM zone 60S (EPSG:32760)")]
    [InlineData(15.6, 78.2, "WGS 84 / UTM zone 33N (EPSG:32633)")]
    public void The_zone_is_chosen_by_the_middle_and_named(double longitude, double latitude, string expected) =>
        Around(longitude, latitude, 0.01).Projection.ShouldBe(expected);

    [Fact]
    public void Wide_studies_get_an_equal_area_projection_about_their_middle()
    {
        FirmRegister firms = Register((60.9, 24), (77.1, 36.8));

        firms.Projection.ShouldBe("Lambert azimuthal equal area about 30.4°, 69° (WGS 84)");
    }

    [Theory]
    [InlineData(75, 0)]
    [InlineData(74.08, 32.57)]
    [InlineData(144.96, -37.81)]
    [InlineData(10.75, 59.9)]
    public void Distances_are_right_to_one_per_mille(double longitude, double latitude)
    {
        FirmRegister firms = Around(longitude, latitude, 0.05);

        // Lengths of a degree on WGS 84 by their series in latitude, good to a metre per degree.
        double phi = latitude * Math.PI / 180;
        double east = (111412.84 * Math.Cos(phi)) - (93.5 * Math.Cos(3 * phi)) + (0.118 * Math.Cos(5 * phi));
        double north = 111132.92 - (559.82 * Math.Cos(2 * phi)) + (1.175 * Math.Cos(4 * phi)) - (0.0023 * Math.Cos(6 * phi));
        Distance(firms, 0, 1).ShouldBe(0.05 * east, 0.05 * east * OnePerMille);
        Distance(firms, 0, 2).ShouldBe(0.05 * north, 0.05 * north * OnePerMille);
    }

    [Fact]
    public void Distances_agree_with_great_circles_across_a_country()
    {
        FirmRegister firms = Register((74.36, 31.52), (73.05, 33.68), (71.52, 34.01), (67.01, 24.86));

        for (int i = 1; i < firms.Count; i++)
        {
            double expected = GreatCircle(firms, 0, i);
            Distance(firms, 0, i).ShouldBe(expected, expected * 0.01);
        }
    }

    [Theory]
    [InlineData("EPSG:32643", 413653.0, 3603917.0, 74.08, 32.57)]
    [InlineData("EPSG:2154", 652469.0, 6862035.0, 2.3522, 48.8566)]
    [InlineData("EPSG:3035", 4321100.0, 3210000.0, 10.00146, 52)]
    [InlineData("EPSG:3857", 8246547.9, 3838834.5, 74.08, 32.57354)]
    public void Planar_coordinates_come_out_where_they_lie(string crs, double x, double y, double longitude, double latitude)
    {
        using StudyFolder folder = new();
        Planar(folder, crs, (x, y), (x + 100, y));

        FirmRegister firms = Read(folder).Firms;

        firms.Longitudes[0].ShouldBe(longitude, 1e-3);
        firms.Latitudes[0].ShouldBe(latitude, 1e-3);
        bool metric = crs != "EPSG:3857";
        Distance(firms, 0, 1).ShouldBe(metric ? 100 : 100 * Math.Cos(latitude * Math.PI / 180), 0.4);
        firms.Projection.Contains(crs, StringComparison.Ordinal).ShouldBe(metric);
    }

    [Fact]
    public void Planar_points_off_the_map_are_refused_each_by_its_row()
    {
        using StudyFolder folder = new();
        Planar(folder, "EPSG:2154", (652469, 6862035), (1e300, 1e300), (652469, 6862035), (-1e300, 5));

        StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken)
            .Select(problem => (problem.Code, problem.Row)).ShouldBe([("coordinate-out-of-range", 3), ("coordinate-out-of-range", 5)]);
    }

    [Fact]
    public void A_study_across_the_date_line_is_one_place()
    {
        FirmRegister firms = Register((179.99, -17), (-179.99, -17), (179.98, -17.01), (-179.98, -17.01));

        Distance(firms, 0, 1).ShouldBe(GreatCircle(firms, 0, 1), 10);
        Distance(firms, 2, 3).ShouldBe(GreatCircle(firms, 2, 3), 20);
        firms.Longitudes[1].ShouldBe(-179.99);
    }

    [Fact]
    public void Melbourne_lies_where_its_city_says_in_metres()
    {
        string? file = SharedFolder.Find("data", "melbourne_clue_2021.csv");
        Assert.SkipWhen(file is null, "The shared folder of real data is not there.");
        using StudyFolder folder = new();
        folder.Write("study.toml", Toml("longitude = \"lon\"\nlatitude = \"lat\"\nindustry = \"anzsic\"", "id"))
            .Write("firms.csv", File.ReadAllBytes(file));
        (double X, double Y)[] city = [.. File.ReadLines(file).Skip(1).Select(line => line.Split(','))
            .Select(cells => (double.Parse(cells[6], CultureInfo.InvariantCulture), double.Parse(cells[7], CultureInfo.InvariantCulture)))];

        FirmRegister firms = Read(folder).Firms;

        (firms.Count, firms.Projection).ShouldBe((14_513, "WGS 84 / UTM zone 55S (EPSG:32755)"));
        for (int i = 0; i < firms.Count; i++)
        {
            firms.X[i].ShouldBe(city[i].X, 0.001);
            firms.Y[i].ShouldBe(city[i].Y, 0.001);
        }
    }

    private static FirmRegister Around(double longitude, double latitude, double step) =>
        Register((longitude, latitude), (longitude + step, latitude), (longitude, latitude + step), (longitude, latitude - step), (longitude - step, latitude));

    private static FirmRegister Register(params (double Longitude, double Latitude)[] points)
    {
        using StudyFolder folder = new();
        Points(folder, "longitude = \"a\"\nlatitude = \"b\"", points);
        return Read(folder).Firms;
    }

    private static void Planar(StudyFolder folder, string crs, params (double X, double Y)[] points) =>
        Points(folder, $"x = \"a\"\ny = \"b\"\ncrs = \"{crs}\"", points);

    private static void Points(StudyFolder folder, string keys, (double A, double B)[] points) => folder
        .Write("study.toml", Toml(keys, "id"))
        .Write("firms.csv", "id,a,b\n" + string.Concat(points.Select((point, i) =>
            FormattableString.Invariant($"F{i},{point.A:R},{point.B:R}\n"))));

    private static string Toml(string keys, string id) => $"[study]\nname = \"t\"\n[firms]\nfile = \"firms.csv\"\nid = \"{id}\"\n{keys}\n";

    private static double Distance(FirmRegister firms, int i, int j)
    {
        double x = firms.X[i] - firms.X[j];
        double y = firms.Y[i] - firms.Y[j];
        return Math.Sqrt((x * x) + (y * y));
    }

    private static double GreatCircle(FirmRegister firms, int i, int j)
    {
        double latitude = (firms.Latitudes[j] - firms.Latitudes[i]) * Math.PI / 180;
        double longitude = (firms.Longitudes[j] - firms.Longitudes[i]) * Math.PI / 180;
        double half = Math.Pow(Math.Sin(latitude / 2), 2)
            + (Math.Cos(firms.Latitudes[i] * Math.PI / 180) * Math.Cos(firms.Latitudes[j] * Math.PI / 180) * Math.Pow(Math.Sin(longitude / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(half));
    }

    private static Study Read(StudyFolder folder) =>
        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken);
}
