using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer.Tests.Store;

public sealed partial class TableTests
{
    private static readonly JsonTypeInfo<City> CityType = CityJson.Default.City;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_id_leads_back_to_its_row_and_no_other_text_does(bool uuid)
    {
        IdForm form = uuid ? new UuidForm(7, "cities") : new Base32Form(7, "cities");
        HashSet<string> seen = [];
        for (int i = 0; i < 5_000; i++)
        {
            string id = form.Make(i);
            seen.Add(id).Should().BeTrue();
            form.TryRead(id, out int ordinal).Should().BeTrue();
            ordinal.Should().Be(i);
            form.TryRead(id + " ", out _).Should().BeFalse("blanks belong to no id");
            form.TryRead(" " + id, out _).Should().BeFalse("blanks belong to no id");
        }

        foreach (string id in seen.Take(200))
        {
            char[] other = id.ToCharArray();
            other[^1] = other[^1] == '0' ? '1' : '0';
            form.TryRead(new string(other), out _).Should().BeFalse();
        }
    }

    [Fact]
    public void Rows_are_found_by_id_in_any_case_and_by_index_in_order()
    {
        Table<City> cities = NewTable(out Index<City> byCountry);
        for (int i = 0; i < 3_000; i++) cities.Add(new City { Name = $"c{i}", Country = i % 3 == 0 ? "DE" : "FR" });

        City tenth = cities.At(10)!;
        cities.Find(tenth.Id.ToUpperInvariant()).Should().BeSameAs(tenth);
        byCountry["DE"].Count.Should().Be(1_000);
        byCountry["DE"].Select(city => city.Ordinal).Should().BeInAscendingOrder();
        byCountry["DE"].Newest().First().Name.Should().Be("c2997");

        cities.Update(cities.At(3)! with { Country = "IT" });
        cities.Remove(cities.At(6)!);
        byCountry["DE"].Select(city => city.Name).Take(3).Should().Equal("c0", "c9", "c12");
        byCountry.First("IT")!.Name.Should().Be("c3");
        cities.Count.Should().Be(2_999);
        cities.Add(new City { Id = "brought", Name = "own" }).Id.Should().Be("brought");
        byCountry["none"].Should().BeEmpty();
    }

    [Fact]
    public void A_capture_is_untouched_by_later_changes_and_can_be_restored_twice()
    {
        Table<City> cities = NewTable(out Index<City> byCountry);
        for (int i = 0; i < 2_500; i++) cities.Add(new City { Name = $"c{i}", Country = "DE" });
        IStatePart part = cities;
        object before = part.Capture();

        for (int round = 0; round < 2; round++)
        {
            cities.Update(cities.At(0)! with { Name = "changed", Country = "FR" });
            cities.Remove(cities.At(1)!);
            cities.Add(new City { Name = "new", Country = "DE" });
            cities.Add(new City { Name = "newer", Country = "DE" });
            part.Restore(before);
            cities.Count.Should().Be(2_500);
            cities.At(0)!.Name.Should().Be("c0");
            byCountry["DE"].Count.Should().Be(2_500);
            byCountry["FR"].Count.Should().Be(0);
        }
    }

    [Fact]
    public void A_table_that_was_written_reads_back_with_its_gaps_and_indexes()
    {
        Table<City> cities = NewTable(out _);
        for (int i = 0; i < 5; i++) cities.Add(new City { Name = $"c{i}", Country = "DE" });
        cities.Remove(cities.At(2)!);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream)) ((IStatePart)cities).Write(writer);

        Table<City> read = NewTable(out Index<City> byCountry);
        ((IStatePart)read).Read(JsonDocument.Parse(stream.ToArray()).RootElement);

        read.Should().Equal(cities);
        byCountry["DE"].Select(city => city.Name).Should().Equal("c0", "c1", "c3", "c4");
        read.Add(new City { Name = "next" }).Id.Should().Be(cities.Add(new City { Name = "next" }).Id);
    }

    private static Table<City> NewTable(out Index<City> byCountry)
    {
        Table<City> table = new("cities", new UuidForm(7, "cities"), () => CityType);
        byCountry = table.IndexBy(city => city.Country);
        return table;
    }

    internal sealed record City : Row
    {
        public string Name { get; init; } = "";

        public string? Country { get; init; }
    }

    [JsonSerializable(typeof(City))]
    internal sealed partial class CityJson : JsonSerializerContext;
}
